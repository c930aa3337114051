//! Words for assets: kinds, measure words, the tables of the register.

use crate::domain::{AssetKind, Text};

words! {
    /// Kind land.
    fn land() { "土地" / "Land" }
    /// Kind building.
    fn building() { "房屋及构筑物" / "Buildings" }
    /// Kind equipment.
    fn equipment() { "设备" / "Equipment" }
    /// Kind vehicle.
    fn vehicle() { "车辆" / "Vehicles" }
    /// Kind book.
    fn book() { "图书" / "Books" }
    /// Kind furniture.
    fn furniture() { "家具" / "Furniture" }
    /// Kind other.
    fn other() { "其他" / "Other" }

    /// Measure word of land.
    fn mu() { "亩" / "mu" }
    /// Measure word of buildings.
    fn square_metres() { "平方米" / "m²" }
    /// Measure word of equipment.
    fn sets() { "台套" / "sets" }
    /// Measure word of vehicles.
    fn vehicles() { "辆" / "vehicles" }
    /// Measure word of books.
    fn volumes() { "册" / "volumes" }
    /// Measure word of furniture and other things.
    fn pieces() { "件" / "pieces" }
}

/// A kind of asset.
#[must_use]
pub fn kind(kind: AssetKind) -> Text {
    match kind {
        AssetKind::Land => land(),
        AssetKind::Building => building(),
        AssetKind::Equipment => equipment(),
        AssetKind::Vehicle => vehicle(),
        AssetKind::Book => book(),
        AssetKind::Furniture => furniture(),
        AssetKind::Other => other(),
    }
}

/// The measure word usual for a kind.
#[must_use]
pub fn usual_unit(kind: AssetKind) -> Text {
    match kind {
        AssetKind::Land => mu(),
        AssetKind::Building => square_metres(),
        AssetKind::Equipment => sets(),
        AssetKind::Vehicle => vehicles(),
        AssetKind::Book => volumes(),
        AssetKind::Furniture | AssetKind::Other => pieces(),
    }
}
