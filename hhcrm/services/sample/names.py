"""Made-up names of people, organisations and streets. None of them is meant to be anybody."""

# fmt: off
from __future__ import annotations

FIRST_NAMES = (
    "Aaron", "Abigail", "Adele", "Alma", "Amara", "Andre", "Anita", "Beatriz", "Bernard", "Beth", "Brandi",
    "Bryce",
    "Calvin", "Camila", "Carla", "Cedric", "Celeste", "Chandra", "Clint", "Colleen", "Corey", "Dale",
    "Darnell", "Deb",
    "Deepa", "Delia", "Desmond", "Dolores", "Doug", "Edith", "Elena", "Ellis", "Esther", "Faye", "Felix",
    "Frances",
    "Gail", "Gareth", "Gloria", "Gwen", "Harriet", "Hector", "Holly", "Ibrahim", "Imani", "Ines", "Irene",
    "Jamal",
    "Janelle", "Jasper", "Jolene", "Joy", "Kavita", "Keisha", "Kendra", "Kurt", "Lacey", "Lamar", "Lena",
    "Leticia",
    "Lonnie", "Lorna", "Lucia", "Mabel", "Malik", "Marcy", "Marisol", "Meredith", "Misty", "Monique",
    "Nadia", "Nell",
    "Noah", "Odette", "Omar", "Opal", "Paige", "Patrice", "Pearl", "Quentin", "Rafael", "Ramona", "Renata",
    "Rhonda",
    "Roland", "Rosa", "Ruben", "Sadie", "Salma", "Shauna", "Sheila", "Silas", "Sonya", "Stella", "Tamika",
    "Tessa",
    "Theo", "Trent", "Ursula", "Valerie", "Vernon", "Vivian", "Wade", "Wanda", "Willa", "Yolanda", "Yusuf",
    "Zelda",
)

LAST_NAMES = (
    "Abernathy", "Alcott", "Ames", "Arroyo", "Ashby", "Banerjee", "Barlow", "Beasley", "Bellamy", "Blevins",
    "Boone",
    "Bright", "Cabrera", "Calloway", "Cantrell", "Castle", "Chaudhry", "Clay", "Coker", "Crane", "Crockett",
    "Dabney",
    "Delgado", "Dexter", "Dillard", "Dunlap", "Eaton", "Eldridge", "Ellison", "Farley", "Fennimore",
    "Figueroa",
    "Fontaine", "Gaines", "Garland", "Gentry", "Gist", "Goforth", "Grady", "Guerra", "Hadley", "Haney",
    "Harlan",
    "Hightower", "Hobbs", "Holloway", "Ingram", "Ivey", "Jarrett", "Jernigan", "Kamara", "Keeling", "Kirby",
    "Kowalski",
    "Lacy", "Langford", "Lattimore", "Ledbetter", "Lockhart", "Mabry", "Mahoney", "Marsh", "Mayfield",
    "McAdoo",
    "Melendez", "Merritt", "Moffett", "Mooney", "Nakamura", "Nance", "Newsom", "Noonan", "Odom", "Okoye",
    "O'Rourke",
    "Ortega", "Overby", "Parrish", "Patel", "Pettway", "Pickett", "Prater", "Quinn", "Ragland", "Ramsey",
    "Redmond",
    "Rivers", "Rosales", "Rucker", "Salazar", "Sampson", "Satterfield", "Sexton", "Shelby", "Singh",
    "Sizemore",
    "Spivey", "Stackhouse", "Stroud", "Sutter", "Tate", "Tidwell", "Tran", "Tuck", "Upchurch", "Vance",
    "Vaughn",
    "Villanueva", "Waddell", "Walden", "Weatherly", "Whitaker", "Winfrey", "Womack", "Yancey", "Yates",
    "Zamora",
)

# Patients must not be taken for anybody: plants for surnames.
PATIENT_FIRST = (
    "Aster", "Basil", "Briar", "Clover", "Dahlia", "Fern", "Hazel", "Heath", "Iris", "Ivy", "Jonquil",
    "Juniper",
    "Laurel", "Linden", "Olive", "Poppy", "Reed", "Rowan", "Sage", "Sorrel", "Tansy", "Violet", "Willow",
    "Yarrow",
)
PATIENT_LAST = (
    "Bluebellow", "Buttercrest", "Cloverdew", "Cornflowery", "Cowslipper", "Dandelyon", "Foxglovely",
    "Goldenrodd",
    "Harebellson", "Honeysuckler", "Larkspurr", "Lavenderby", "Marigoldman", "Meadowsweeter", "Mossington",
    "Nettlefoot", "Peonyworth", "Periwinkler", "Primrosely", "Ragwortham", "Snapdragone", "Snowdropper",
    "Sunflowery",
    "Thistledown", "Toadflaxman", "Verbenash", "Wisterian", "Zinniamore",
)

STREETS = (
    "Alder Bend", "Armory Hill", "Beech Hollow", "Bluestem", "Brindle", "Cane Ridge Spur", "Cedar Glade",
    "Chickering",
    "Church Mill", "Copperline", "Depot", "Dogwood", "Fieldstone", "Foundry", "Glen Leven Spur", "Granite",
    "Hackberry", "Harvest Moon", "Hillwood Trace", "Ironwood", "Lantern", "Ledger", "Limestone", "Maplecrest",
    "Market", "Mockingbird", "Old Quarry", "Orchard", "Pembroke", "Persimmon", "Plank", "Quarry", "Redbud",
    "Riverbend",
    "Sassafras", "Schoolhouse", "Stonecutter", "Sycamore", "Tulip Grove", "Union", "Walnut Grove", "Wren",
)
STREET_KINDS = ("Rd", "St", "Ave", "Pike", "Ln", "Blvd", "Dr", "Ct", "Pkwy")

PREFIXES = (
    "Ashbourne", "Bellhaven", "Birchmere", "Bluff City", "Brightwater", "Caney Fork", "Carothers Hill",
    "Cedar Crest",
    "Clearbrook", "Concord Hill", "Cumberland Bend", "Dry Creek", "Duck River", "Eastgate", "Elm Hollow",
    "Fairmeade",
    "Fallow Creek", "Fernvale", "Fox Hollow", "Glenmoor", "Granny White", "Greenlea", "Harpeth Bend",
    "Harrowgate",
    "Hearthstone", "Heritage Oak", "Hickory Trace", "Hillcrest", "Holly Tree", "Iron Bridge",
    "Jackson Spring",
    "Kingsbrook", "Larkmoor", "Laurel Fork", "Limestone Run", "Linden Park", "Longleaf", "Magnolia Row",
    "Maple Ford",
    "Marrowbone", "Meadowlark", "Mill Creek", "Natchez Ridge", "New Hope", "North Fork", "Oakleaf",
    "Old Mill",
    "Overlook", "Paragon", "Percy Hollow", "Pinewood", "Poplar Grove", "Prestwick", "Quail Run",
    "Radnor Bend",
    "Richland Spring", "Ridgefield", "Riverstone", "Rosebank", "Saddlebrook", "Sage Hill", "Shady Grove",
    "Silver Maple",
    "South Fork", "Springdale", "Stones Bend", "Stonewater", "Summerfield", "Sunnyside", "Sweetgum",
    "Tall Timber",
    "Tolliver Creek", "Trinity Oaks", "Twin Springs", "Union Hill", "Valley Forge", "Walnut Bend",
    "Waterford",
    "Waverly Glen", "West Meade Park", "Whispering Pines", "White Bluff", "Willow Branch", "Windrow",
    "Woodmont Glen",
)

# What follows the first word of a name, by type of source; a unit's name follows its hospital's.
SUFFIXES: dict[str, tuple[str, ...]] = {
    "hospital": ("Medical Center", "Regional Hospital", "Community Hospital", "Memorial Hospital"),
    "hospital_unit": (
        "Case Management", "Orthopedics 5 West", "Medical-Surgical 3 East", "Cardiac Stepdown",
        "Emergency Department",
        "Neuro Stroke Unit", "Observation Unit", "Pulmonary 4 North", "Oncology 6 South", "Transitional Care",
    ),
    "snf": ("Health and Rehabilitation", "Care Center", "Nursing and Rehab", "Post-Acute",
    "Health Care Center"),
    "irf": ("Rehabilitation Hospital", "Acute Rehab", "Institute for Rehabilitation"),
    "ltach": ("Specialty Hospital", "Long-Term Acute Care"),
    "assisted_living": ("Assisted Living", "Senior Living", "Manor", "Place", "Residence"),
    "independent_living": ("Retirement Village", "Commons", "Senior Apartments"),
    "memory_care": ("Memory Care", "Memory Care Cottage"),
    "physician_practice": (
        "Family Medicine", "Internal Medicine", "Cardiology", "Orthopaedics", "Geriatrics", "Primary Care",
        "Neurology", "Pulmonary Associates", "Physicians", "Oncology",
    ),
    "clinic": ("Community Clinic", "Urgent Care", "Health Center", "Walk-In Clinic"),
    "wound_centre": ("Wound Care Center", "Wound and Hyperbaric"),
    "dialysis_centre": ("Dialysis", "Kidney Center"),
    "hospice": ("Hospice", "Hospice and Palliative"),
    "home_health_agency": ("Home Health", "Homecare Services"),
    "home_care_agency": ("In-Home Care", "Companions", "Home Helpers"),
    "senior_centre": ("Senior Center", "Council on Aging"),
    "elder_law_attorney": ("Elder Law", "Law Group"),
    "geriatric_care_manager": ("Aging Life Care", "Care Management"),
    "payer_case_management": ("Health Plan Case Management", "Advantage Care Coordination"),
    "other": ("Parish Nurse Ministry", "Durable Medical"),
}
GROUP_NAME = "Medical Group"

USERS = (
    ("Dana Whitlock", "liaison"),
    ("Marcus Hale", "liaison"),
    ("Priya Raman", "liaison"),
    ("Colby Jett", "liaison"),
    ("Jo Ellen Pruitt", "intake coordinator"),
    ("Renee Castellano", "clinical manager"),
    ("Toby Lindqvist", "marketing lead"),
    ("Grace Okafor", "owner"),
)
AGENCY_NAME = "Cumberland Bend Home Health"
AGENCY_ADDRESS = "1200 Division Street\nNashville, TN 37203"
AGENCY_PHONE = "(615) 555-0142"
AGENCY_ZIP = "37203"
AGENCY_ZONE = "America/Chicago"
# fmt: on
