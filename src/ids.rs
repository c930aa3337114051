//! Indices of the scenario's nouns, one type per noun, so that a campus can
//! never be used where a programme is meant.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(index)
            }
        }

        impl From<$name> for usize {
            fn from(id: $name) -> usize {
                id.0
            }
        }
    )*};
}

ids! {
    /// A term of the horizon, 0 is the first.
    TermId,
    /// A kind of posts of leaders or support staff.
    PostKindId,
    /// A stage of the horizon, 0 is the first.
    StageId,
    /// A campus 校区.
    CampusId,
    /// A programme 专业.
    ProgrammeId,
    /// A field of study 专业大类, e.g. machining.
    FieldId,
    /// A cohort 届, or the part of one that sits on one campus today.
    CohortId,
    /// A resource 资源: classroom, bed, workshop station, …
    ResourceId,
    /// A building or equipment option 建设项目.
    OptionId,
    /// A subject 学科.
    SubjectId,
    /// A group of like staff.
    GroupId,
    /// A target.
    TargetId,
    /// A pool of programmes between which applicants may switch.
    PoolId,
    /// A milestone 里程碑.
    MilestoneId,
    /// A recurring event.
    EventId,
    /// A feeder school or township 生源学校.
    FeederId,
    /// A school that standards are held against.
    SchoolId,
    /// A set of standards.
    SetId,
    /// An indicator of a set of standards.
    IndicatorId,
    /// A line of the register of assets 资产.
    AssetId,
    /// A short course 短期培训.
    CourseId,
    /// A pin.
    PinId,
}
