//! Where things are in the generated province: counties with a few campuses
//! each, and programmes with the campuses near their home.

use super::random::Random;
use std::ops::Range;

/// Campuses in a county, at least.
const COUNTY: usize = 4;

/// Campuses with a road between them are at most so far apart, km.
const NEAR: f64 = 25.0;

/// Fields of study; each county lacks one.
pub const FIELDS: [&str; 5] = ["machining", "electronics", "vehicles", "farming", "services"];

/// How large a province is.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Campuses, at least 4.
    pub campuses: usize,
    /// Programmes.
    pub programmes: usize,
    /// School years, at least 3: the target applies in the third.
    pub years: u32,
}

impl Shape {
    /// Counties: one for every four campuses.
    fn counties(&self) -> usize {
        (self.campuses / COUNTY).max(1)
    }

    /// The numbers of what is in a county, of `all` in the province.
    fn of_county(&self, county: usize, all: usize) -> Range<usize> {
        let from = |county: usize| county * all / self.counties();
        from(county)..from(county + 1)
    }
}

/// A campus.
pub struct Place {
    /// Position, km.
    pub at: (f64, f64),
    /// When it may be used.
    pub life: Life,
}

/// When a campus may be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Always.
    Lasting,
    /// Always, but the plan may close it.
    Closable,
    /// It ends within the horizon.
    Ending,
    /// It may open within the horizon.
    Coming,
}

/// A programme.
pub struct Course {
    /// Which of [`FIELDS`].
    pub field: usize,
    /// Campuses, its home first.
    pub sites: Vec<usize>,
    /// Classes a year.
    pub classes: u32,
    /// Classes a year at its second campus.
    pub second: u32,
}

/// The province.
pub struct Layout {
    /// How large it is.
    pub shape: Shape,
    /// Campuses.
    pub places: Vec<Place>,
    /// Programmes.
    pub courses: Vec<Course>,
}

impl Layout {
    /// Lays a province out.
    pub fn new(random: &mut Random, shape: Shape) -> Self {
        let places = places(random, shape);
        let mut courses = Vec::new();
        for county in 0..shape.counties() {
            let without = random.below(FIELDS.len());
            let fields = (0..FIELDS.len()).filter(|field| *field != without);
            let here = shape.of_county(county, shape.campuses);
            let programmes = shape.of_county(county, shape.programmes);
            for field in fields.cycle().take(programmes.len()) {
                courses.push(course(random, &places, here.clone(), field));
            }
        }
        Self { shape, places, courses }
    }

    /// Distance between two campuses, km by road.
    pub fn distance(&self, one: usize, other: usize) -> f64 {
        distance(&self.places[one], &self.places[other])
    }

    /// Pairs of campuses with a road between them.
    pub fn roads(&self) -> impl Iterator<Item = (usize, usize)> + use<'_> {
        let all = 0..self.places.len();
        let pairs = all.flat_map(|one| (0..one).map(move |other| (other, one)));
        pairs.filter(|(one, other)| self.distance(*one, *other) <= NEAR)
    }

    /// Classes a year at a campus, of the fields picked.
    pub fn yearly(&self, campus: usize, which: impl Fn(usize) -> bool) -> f64 {
        let courses = self.courses.iter().filter(|course| which(course.field));
        let at = |course: &Course| {
            let home = u32::from(course.sites[0] == campus) * (course.classes - course.second);
            home + u32::from(course.sites[1] == campus) * course.second
        };
        f64::from(courses.map(at).sum::<u32>())
    }
}

fn distance(one: &Place, other: &Place) -> f64 {
    let straight = (one.at.0 - other.at.0).hypot(one.at.1 - other.at.1);
    (straight * 1.3 * 10.0).round() / 10.0 + 1.0
}

fn places(random: &mut Random, shape: Shape) -> Vec<Place> {
    let mut places = Vec::new();
    for county in 0..shape.counties() {
        let centre = (random.between(0.0, 240.0), random.between(0.0, 160.0));
        for number in 0..shape.of_county(county, shape.campuses).len() {
            let life = match (number, county % 3) {
                (2, 0) => Life::Ending,
                (2, 1) | (4, _) => Life::Closable,
                (3, 0) => Life::Coming,
                _ => Life::Lasting,
            };
            let at = (centre.0 + random.between(-7.0, 7.0), centre.1 + random.between(-7.0, 7.0));
            places.push(Place { at, life });
        }
    }
    places
}

fn course(random: &mut Random, places: &[Place], here: Range<usize>, field: usize) -> Course {
    let homes: Vec<usize> = here.filter(|campus| places[*campus].life != Life::Coming).collect();
    let home = homes[random.below(homes.len())];
    let mut near: Vec<usize> = (0..places.len()).filter(|campus| *campus != home).collect();
    near.sort_by(|one, other| {
        let to = |campus: usize| distance(&places[home], &places[campus]);
        to(*one).total_cmp(&to(*other))
    });
    near.truncate(2 + random.below(4));
    let classes = 2 + u32::try_from(random.below(3)).expect("small");
    let shared = random.happens(0.4) && places[near[0]].life != Life::Coming;
    Course { field, sites: [vec![home], near].concat(), classes, second: u32::from(shared) }
}
