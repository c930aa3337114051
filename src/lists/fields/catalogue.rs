//! The fields of each kind of list.

use super::{Content, Fate, Field};
use crate::workbook::layout::Bi;

const fn field(
    id: &'static str,
    title: (&'static str, &'static str),
    synonyms: &'static [&'static str],
    content: Content,
    fate: Fate,
) -> Field {
    Field { id, title: Bi(title.0, title.1), synonyms, content, fate }
}

const fn kept(
    id: &'static str,
    title: (&'static str, &'static str),
    synonyms: &'static [&'static str],
    content: Content,
) -> Field {
    field(id, title, synonyms, content, Fate::Kept)
}

/// Columns of lists of persons that are never kept.
macro_rules! personal {
    ($($id:literal: $zh:literal / $en:literal $synonyms:expr, $content:ident;)*) => {
        &[$(field($id, ($zh, $en), &$synonyms, Content::$content, Fate::Personal)),*]
    };
}

const PERSONAL: &[Field] = personal! {
    "nation": "民族" / "Ethnic group" [], Text;
    "politics": "政治面貌" / "Politics" [], Text;
    "origin": "籍贯" / "Origin" ["出生地", "户籍所在地", "户口所在地", "生源地"], Text;
    "phone": "联系电话" / "Telephone" ["电话", "手机", "手机号", "手机号码", "联系方式", "家长电话"], Text;
    "address": "家庭住址" / "Address" ["家庭地址", "住址", "通讯地址"], Text;
    "parent": "家长姓名" / "Parent" ["监护人", "父亲姓名", "母亲姓名", "监护人姓名"], Person;
};

const NO_PLACE: &[Field] = &[
    field(
        "serial",
        ("序号", "No."),
        &["序", "次序", "行号", "serial"],
        Content::Count,
        Fate::NoPlace,
    ),
    field("remark", ("备注", "Remarks"), &["说明", "remark"], Content::Text, Fate::NoPlace),
    field("source", ("来源", "Source"), &[], Content::Text, Fate::NoPlace),
];

const STAFF_NO_PLACE: &[Field] = &[
    field(
        "schooling",
        ("学历", "Education"),
        &["最高学历", "学位", "文化程度", "毕业院校", "毕业学校", "所学专业"],
        Content::Text,
        Fate::NoPlace,
    ),
    field(
        "since",
        ("参加工作时间", "At work since"),
        &["参加工作年月", "工作时间", "参加工作日期", "入职时间", "来校时间", "进校时间"],
        Content::Date,
        Fate::NoPlace,
    ),
    field(
        "post",
        ("职务", "Post"),
        &["岗位", "行政职务", "现任职务", "岗位等级", "聘任岗位"],
        Content::Text,
        Fate::NoPlace,
    ),
];

const STAFF: &[Field] = &[
    field(
        "key",
        ("工号", "Key"),
        &[
            "职工号",
            "教工号",
            "教职工号",
            "人员编号",
            "职工编号",
            "教师编号",
            "人员代码",
            "代码",
            "编码",
            "编号",
            "staff number",
        ],
        Content::Key,
        Fate::Match,
    ),
    kept("name", ("姓名", "Name"), &["教师姓名", "职工姓名", "教职工姓名"], Content::Person),
    field("sex", ("性别", "Sex"), &["gender"], Content::Sex, Fate::Used),
    kept(
        "born",
        ("出生年月", "Year of birth"),
        &["出生年份", "出生年", "出生日期", "出生年月日", "出生时间", "生日", "date of birth"],
        Content::Date,
    ),
    field(
        "identity",
        ("身份证号", "Identity number"),
        &[
            "身份证",
            "身份证号码",
            "公民身份号码",
            "身份证件号",
            "身份证件号码",
            "证件号码",
            "证件号",
        ],
        Content::Identity,
        Fate::Personal,
    ),
    kept(
        "employer",
        ("用人单位", "Employer (Chinese)"),
        &["单位", "工作单位", "编制单位", "所属单位", "单位名称", "编制所在单位"],
        Content::Text,
    ),
    kept("employer_en", ("用人单位英文", "Employer"), &[], Content::Text),
    kept(
        "campus",
        ("校区", "Campus"),
        &["任教校区", "所在校区", "所在学校", "任教学校", "学校", "学校名称", "工作地点"],
        Content::Campus,
    ),
    kept(
        "subjects",
        ("任教学科", "Subjects"),
        &["学科", "任教课程", "任课学科", "所教学科", "任教科目", "任课科目", "科目"],
        Content::Subjects,
    ),
    kept(
        "load",
        ("周课时", "Periods a week"),
        &["周课时数", "周课时量", "周节数", "课时数", "课时", "周工作量"],
        Content::Figure,
    ),
    kept("retirement_age", ("退休年龄", "Age of retirement"), &["法定退休年龄"], Content::Count),
    kept("retires", ("离岗学期", "Gone from term"), &["退休学期", "离岗时间"], Content::Term),
    kept(
        "title",
        ("职称", "Title"),
        &[
            "专业技术职务",
            "专技职务",
            "职称等级",
            "现职称",
            "技术职称",
            "教师职称",
            "职称级别",
            "专业技术资格",
            "聘任职称",
        ],
        Content::Title,
    ),
    kept(
        "dual_qualified",
        ("双师型", "Doubly qualified"),
        &["是否双师型", "双师", "双师型教师", "是否双师"],
        Content::Flag,
    ),
    kept("leader", ("干部", "Leader"), &["是否干部", "中层以上干部"], Content::Flag),
    kept(
        "class_teacher",
        ("可任班主任", "May be class teacher"),
        &["能否任班主任", "可否任班主任"],
        Content::Flag,
    ),
    kept("barred", ("不能去的校区", "Cannot be sent to"), &[], Content::Campuses),
];

const REGISTER: &[Field] = &[
    field(
        "key",
        ("资产编号", "Key"),
        &[
            "编号",
            "资产编码",
            "固定资产编号",
            "卡片编号",
            "资产卡片编号",
            "编码",
            "代码",
            "number in the register",
        ],
        Content::Key,
        Fate::Match,
    ),
    kept("name", ("资产名称", "Name (Chinese)"), &["名称", "资产", "固定资产名称"], Content::Text),
    kept("name_en", ("英文名称", "Name"), &["名称英文"], Content::Text),
    field(
        "code",
        ("固定资产分类代码", "Class code"),
        &["资产分类代码", "分类代码", "国标分类代码", "国标代码", "资产分类编码", "分类编码"],
        Content::Code,
        Fate::Used,
    ),
    kept(
        "kind",
        ("类别", "Kind"),
        &["资产类别", "分类", "资产大类", "固定资产类别", "资产分类"],
        Content::AssetKind,
    ),
    kept("resource", ("资源", "Resource"), &[], Content::Resource),
    kept("number", ("数量", "Quantity"), &["件数", "台数", "数量合计"], Content::Figure),
    kept("unit", ("计量单位", "Unit (Chinese)"), &["量词", "单位", "数量单位"], Content::Text),
    kept("unit_en", ("英文量词", "Unit"), &[], Content::Text),
    kept(
        "value",
        ("价值", "Value"),
        &["资产价值", "原值", "资产原值", "账面原值", "评估值", "评估价值", "金额", "账面价值"],
        Content::Money,
    ),
    kept(
        "campus",
        ("存放地点", "Campus"),
        &["校区", "所在校区", "存放校区", "存放位置", "使用地点", "坐落", "坐落位置", "所在学校"],
        Content::Campus,
    ),
    kept(
        "owner",
        ("产权单位", "Owner (Chinese)"),
        &["产权人", "所有权人", "权属单位", "登记单位", "资产所属单位"],
        Content::Text,
    ),
    kept("owner_en", ("产权单位英文", "Owner"), &[], Content::Text),
    kept("movable", ("可搬迁", "Movable"), &[], Content::Flag),
    kept("valued", ("评估日期", "Valued on"), &["评估时间", "评估基准日"], Content::Date),
    field(
        "status",
        ("使用状况", "Status"),
        &["使用状态", "资产状态", "资产使用状况"],
        Content::Text,
        Fate::Used,
    ),
    field(
        "entered",
        ("入账日期", "Entered on"),
        &["入账时间", "记账日期", "取得日期", "购置日期", "购置时间", "投入使用日期"],
        Content::Date,
        Fate::NoPlace,
    ),
    field(
        "obtained",
        ("取得方式", "Obtained by"),
        &["来源方式", "资产来源", "购置方式"],
        Content::Text,
        Fate::NoPlace,
    ),
    field(
        "model",
        ("规格型号", "Model"),
        &["型号", "规格", "品牌", "品牌型号", "生产厂家"],
        Content::Text,
        Fate::NoPlace,
    ),
    field(
        "user",
        ("使用部门", "Department"),
        &["管理部门", "使用科室", "责任部门"],
        Content::Text,
        Fate::NoPlace,
    ),
    field(
        "keeper",
        ("使用人", "User"),
        &["保管人", "责任人", "领用人", "管理人"],
        Content::Person,
        Fate::Personal,
    ),
    field("net", ("净值", "Net value"), &["账面净值", "累计折旧"], Content::Money, Fate::NoPlace),
];

const GRADE: Field =
    field("grade", ("年级", "Grade"), &["所在年级", "级", "当前年级"], Content::Grade, Fate::Used);
const ENTRY: Field = kept(
    "entry",
    ("入学学期", "Entry"),
    &["入学年月", "入学时间", "入学日期", "入学年份", "入学年度", "入学学年"],
    Content::Term,
);
const SITE: Field = kept(
    "campus",
    ("校区", "Campus"),
    &["所在校区", "所在学校", "学校", "学校名称", "教学点", "校址", "上课校区", "就读校区"],
    Content::Campus,
);
const LENGTH: Field = field("length", ("学制", "Length"), &[], Content::Text, Fate::Used);

const CLASSES: &[Field] = &[
    field(
        "class",
        ("班级名称", "Class"),
        &["班级", "班名", "行政班", "行政班级", "班别"],
        Content::Text,
        Fate::Used,
    ),
    GRADE,
    ENTRY,
    kept(
        "programme",
        ("所属专业", "Programme"),
        &["专业", "专业名称", "所在专业", "修读专业", "专业（技能方向）"],
        Content::Programme,
    ),
    field(
        "teacher",
        ("班主任姓名", "Class teacher"),
        &["班主任", "班主任老师"],
        Content::Person,
        Fate::Personal,
    ),
    kept(
        "students",
        ("学生人数", "Students"),
        &["学生数", "人数", "班级人数", "在校生数", "在校人数", "实有人数", "现有人数", "班额"],
        Content::Count,
    ),
    kept("classes", ("班数", "Classes"), &["班级数", "班级个数"], Content::Count),
    SITE,
    kept("interned", ("已实习班数", "Classes back from internship"), &[], Content::Count),
    LENGTH,
];

const PUPIL: &[Field] = &[
    field(
        "identity",
        ("身份证号", "Identity number"),
        &["身份证", "身份证号码", "公民身份号码", "身份证件号", "身份证件号码", "证件号码"],
        Content::Identity,
        Fate::Personal,
    ),
    field(
        "student_number",
        ("学籍号", "Student number"),
        &["学号", "全国学籍号", "学籍辅号", "考生号"],
        Content::Key,
        Fate::Personal,
    ),
    field("name", ("姓名", "Name"), &["学生姓名"], Content::Person, Fate::Personal),
    field("sex", ("性别", "Sex"), &["gender"], Content::Sex, Fate::Personal),
    field(
        "born",
        ("出生日期", "Date of birth"),
        &["出生年月", "出生年月日"],
        Content::Date,
        Fate::Personal,
    ),
    GRADE,
    ENTRY,
    field(
        "type",
        ("招生类型", "Admission type"),
        &["招生类别", "招生方式", "招生对象", "学生类别", "入学方式", "就读方式"],
        Content::Text,
        Fate::NoPlace,
    ),
    kept(
        "programme",
        ("修读专业", "Programme"),
        &["专业", "专业名称", "所属专业", "所学专业", "就读专业"],
        Content::Programme,
    ),
    LENGTH,
    field(
        "class",
        ("班级", "Class"),
        &["班级名称", "行政班", "行政班级", "所在班级", "班名"],
        Content::Text,
        Fate::Used,
    ),
    SITE,
    field(
        "status",
        ("学籍状态", "Status"),
        &["学生状态", "在籍状态", "当前状态", "学生当前状态"],
        Content::Text,
        Fate::Used,
    ),
];

/// Joins lists of fields.
const fn joined<const N: usize>(lists: &[&[Field]]) -> [Field; N] {
    let mut all = [lists[0][0]; N];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].len() {
            all[at] = lists[list][index];
            at += 1;
            index += 1;
        }
        list += 1;
    }
    assert!(at == N);
    all
}

/// Of a list of staff.
pub const ROSTER: &[Field] = &joined::<
    { STAFF.len() + STAFF_NO_PLACE.len() + PERSONAL.len() + NO_PLACE.len() },
>(&[STAFF, STAFF_NO_PLACE, PERSONAL, NO_PLACE]);
/// Of a register of assets.
pub const ASSETS: &[Field] = &joined::<{ REGISTER.len() + NO_PLACE.len() }>(&[REGISTER, NO_PLACE]);
/// Of a list of classes.
pub const COHORTS: &[Field] = &joined::<{ CLASSES.len() + NO_PLACE.len() }>(&[CLASSES, NO_PLACE]);
/// Of a list of pupils.
pub const PUPILS: &[Field] =
    &joined::<{ PUPIL.len() + PERSONAL.len() + NO_PLACE.len() }>(&[PUPIL, PERSONAL, NO_PLACE]);
