-- The tables of catalog.db. The compiler fills them from resources/catalog; the program only reads them.
-- Lists are tables of (owner, position, value). Words are the vocabularies of src/domain and src/base/reason.h.

CREATE TABLE meta (
    id                INTEGER PRIMARY KEY CHECK (id = 1),
    schema_version    INTEGER NOT NULL CHECK (schema_version >= 1),
    serial            INTEGER NOT NULL CHECK (serial >= 1),
    issued            TEXT NOT NULL,
    expires           TEXT NOT NULL,
    facts_as_of       TEXT NOT NULL,
    source_count      INTEGER NOT NULL,
    vendor_count      INTEGER NOT NULL,
    product_count     INTEGER NOT NULL,
    signature_count   INTEGER NOT NULL,
    event_count       INTEGER NOT NULL,
    feature_count     INTEGER NOT NULL,
    needs_count       INTEGER NOT NULL,
    replacement_count INTEGER NOT NULL
) STRICT;

-- Every page a fact was read on, once for each way it is quoted. Ids run from 1 without gaps.
CREATE TABLE source (
    id           INTEGER PRIMARY KEY,
    url          TEXT NOT NULL,
    title        TEXT NOT NULL,
    citation     TEXT NOT NULL,
    verification TEXT NOT NULL CHECK (verification IN ('read', 'quoted', 'claimed', 'weak', 'inferred', 'memory'))
) STRICT;

CREATE TABLE vendor (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vendor_publisher (
    vendor   TEXT NOT NULL REFERENCES vendor (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (vendor, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE vendor_path_root (
    vendor   TEXT NOT NULL REFERENCES vendor (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (vendor, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
    id              TEXT PRIMARY KEY,
    parent          TEXT REFERENCES product (id),
    vendor          TEXT NOT NULL REFERENCES vendor (id),
    family          TEXT NOT NULL,
    name            TEXT NOT NULL,
    about           TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role IN ('antivirus', 'vpn', 'passwordManager', 'parentalControl',
                        'managementAgent', 'managementServer', 'tool', 'component', 'whiteLabel', 'intelligence',
                        'other')),
    segment         TEXT NOT NULL CHECK (segment IN ('home', 'smallBusiness', 'business', 'enterprise', 'industrial',
                        'tool', 'oem', 'service')),
    holds_passwords INTEGER NOT NULL CHECK (holds_passwords IN (0, 1)),
    holds_vaults    INTEGER NOT NULL CHECK (holds_vaults IN (0, 1)),
    us_status       TEXT NOT NULL CHECK (us_status IN ('prohibited', 'exempt', 'unclear', 'notCovered')),
    us_basis        TEXT NOT NULL CHECK (us_basis IN ('classNamed', 'generalClause', 'integration', 'expresslyExempt',
                        'notNamed', 'notKaspersky')),
    us_source       INTEGER NOT NULL REFERENCES source (id),
    arrived_by      TEXT REFERENCES event (id),
    source          INTEGER NOT NULL REFERENCES source (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_platform (
    product  TEXT NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    platform TEXT NOT NULL CHECK (platform IN ('windows', 'linux', 'macos')),
    PRIMARY KEY (product, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_feature (
    product  TEXT NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    feature  TEXT NOT NULL REFERENCES feature (id),
    PRIMARY KEY (product, position)
) STRICT, WITHOUT ROWID;

-- Ids run from 1 without gaps, in the order of product and of the product's own list.
CREATE TABLE signature (
    id           INTEGER PRIMARY KEY,
    product      TEXT NOT NULL REFERENCES product (id),
    publisher    TEXT NOT NULL CHECK (publisher IN ('vendor', 'vendorOrUnknown', 'any')),
    shows        TEXT NOT NULL CHECK (shows IN ('product', 'component', 'trace', 'portable')),
    strength     TEXT NOT NULL CHECK (strength IN ('notSure', 'likely', 'certain')),
    version_hint INTEGER NOT NULL CHECK (version_hint IN (0, 1)),
    source       INTEGER NOT NULL REFERENCES source (id)
) STRICT;

CREATE TABLE signature_kind (
    signature INTEGER NOT NULL REFERENCES signature (id),
    position  INTEGER NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('program', 'msiProduct', 'storeApp', 'securityProduct', 'service', 'driver',
                  'classFilter', 'networkAdapter', 'networkFilter', 'registryKey', 'folder', 'file', 'rootCertificate',
                  'browserExtension', 'nativeMessagingHost', 'scheduledTask', 'process', 'package', 'systemdUnit',
                  'app', 'receipt', 'launchItem', 'systemExtension', 'kernelExtension')),
    PRIMARY KEY (signature, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_id (
    signature INTEGER NOT NULL REFERENCES signature (id),
    position  INTEGER NOT NULL,
    pattern   TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (signature, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_name (
    signature INTEGER NOT NULL REFERENCES signature (id),
    position  INTEGER NOT NULL,
    pattern   TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (signature, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_path (
    signature INTEGER NOT NULL REFERENCES signature (id),
    position  INTEGER NOT NULL,
    pattern   TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (signature, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX signature_of_product ON signature (product);

-- How products are found from evidence (src/catalog/anchors.h). Sources 1 to shared_sources are those of everything that
-- is read when the catalog is opened; those of the replacements follow, up to early_sources, then those of the products.
CREATE TABLE anchor_head (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    shared_sources  INTEGER NOT NULL CHECK (shared_sources >= 0),
    early_sources   INTEGER NOT NULL CHECK (early_sources >= shared_sources),
    filter_checksum INTEGER NOT NULL
) STRICT;

-- In which texts of which evidence rules look for what: field and shapes are numbers of AnchorField and AnchorShapes.
CREATE TABLE anchor_place (
    kind   TEXT NOT NULL,
    field  INTEGER NOT NULL CHECK (field BETWEEN 0 AND 3),
    shapes INTEGER NOT NULL CHECK (shapes BETWEEN 1 AND 511),
    PRIMARY KEY (kind, field)
) STRICT, WITHOUT ROWID;

-- Every hash that is in the table anchor, and few others. Parts run from 0 without gaps.
CREATE TABLE anchor_filter (
    part INTEGER PRIMARY KEY,
    bits BLOB NOT NULL
) STRICT;

CREATE TABLE anchor (
    hash    INTEGER NOT NULL,
    product TEXT NOT NULL REFERENCES product (id),
    PRIMARY KEY (hash, product)
) STRICT, WITHOUT ROWID;

-- effective_at keeps the offset it was written in: zone 'fixed' counts days in that offset.
CREATE TABLE event (
    id             TEXT PRIMARY KEY,
    jurisdiction   TEXT NOT NULL,
    effective_at   TEXT NOT NULL,
    zone           TEXT NOT NULL CHECK (zone IN ('us-eastern', 'fixed')),
    time_precision TEXT NOT NULL CHECK (time_precision IN ('minute', 'day', 'month')),
    kind           TEXT NOT NULL CHECK (kind IN ('rule', 'advice', 'company', 'court', 'publication', 'research')),
    issuer         TEXT NOT NULL,
    title          TEXT NOT NULL,
    summary        TEXT NOT NULL,
    effect         TEXT NOT NULL CHECK (effect IN ('none', 'salesEnd', 'updatesEnd', 'useProhibited',
                       'useDiscouraged')),
    source         INTEGER NOT NULL REFERENCES source (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_covers (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_prohibits (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_exempts (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_unverified (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_binds (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    person   TEXT NOT NULL CHECK (person IN ('us', 'federal', 'contractor', 'other-government', 'other')),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_also_seen (
    event    TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    source   INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- `position` is the order features are shown in.
CREATE TABLE feature (
    id             TEXT PRIMARY KEY,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    short_name     TEXT NOT NULL,
    kaspersky      TEXT NOT NULL,
    parity         TEXT NOT NULL CHECK (parity IN ('full', 'partial', 'none')),
    advice         TEXT NOT NULL,
    before_removal TEXT NOT NULL,
    source         INTEGER NOT NULL REFERENCES source (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feature_alternative (
    feature  TEXT NOT NULL REFERENCES feature (id),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (feature, position)
) STRICT, WITHOUT ROWID;

-- Ids run from 1 without gaps. `edition` is empty when it counts for every plan.
CREATE TABLE product_needs (
    id        INTEGER PRIMARY KEY,
    product   TEXT NOT NULL REFERENCES product (id),
    edition   TEXT NOT NULL,
    free_only INTEGER NOT NULL CHECK (free_only IN (0, 1)),
    source    INTEGER NOT NULL REFERENCES source (id)
) STRICT;

CREATE TABLE product_needs_feature (
    needs    INTEGER NOT NULL REFERENCES product_needs (id),
    position INTEGER NOT NULL,
    feature  TEXT NOT NULL REFERENCES feature (id),
    PRIMARY KEY (needs, position)
) STRICT, WITHOUT ROWID;

-- Prices in U.S. dollars a year; NULL means not known, here and in sold_in_us.
CREATE TABLE replacement (
    id                   TEXT PRIMARY KEY,
    name                 TEXT NOT NULL,
    vendor               TEXT NOT NULL,
    ownership_group      TEXT NOT NULL,
    owner                TEXT NOT NULL,
    country_verification TEXT NOT NULL CHECK (country_verification IN ('read', 'quoted', 'claimed', 'weak', 'inferred',
                             'memory')),
    segment              TEXT NOT NULL CHECK (segment IN ('home', 'smallBusiness', 'enterprise')),
    built_in             INTEGER NOT NULL CHECK (built_in IN (0, 1)),
    free                 INTEGER NOT NULL CHECK (free IN (0, 1)),
    price_band           TEXT NOT NULL,
    price_first_year     REAL CHECK (price_first_year >= 0),
    price_renewal        REAL CHECK (price_renewal >= 0),
    devices              INTEGER CHECK (devices >= 1),
    price_as_of          TEXT NOT NULL,
    price_source         INTEGER NOT NULL REFERENCES source (id),
    about                TEXT NOT NULL,
    home_url             TEXT NOT NULL CHECK (home_url = '' OR home_url LIKE 'https://%'),
    support_url          TEXT NOT NULL CHECK (support_url = '' OR support_url LIKE 'https://%'),
    sold_in_us           INTEGER CHECK (sold_in_us IN (0, 1)),
    sold_verification    TEXT NOT NULL CHECK (sold_verification IN ('read', 'quoted', 'claimed', 'weak', 'inferred',
                             'memory')),
    excluded             INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    excluded_because     TEXT NOT NULL,
    source               INTEGER NOT NULL REFERENCES source (id),
    CHECK (excluded = 0 OR excluded_because <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement_country (
    replacement TEXT NOT NULL REFERENCES replacement (id),
    position    INTEGER NOT NULL,
    country     TEXT NOT NULL CHECK (length(country) = 2),
    PRIMARY KEY (replacement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement_platform (
    replacement TEXT NOT NULL REFERENCES replacement (id),
    position    INTEGER NOT NULL,
    platform    TEXT NOT NULL CHECK (platform IN ('windows', 'macos', 'linux', 'android', 'ios')),
    PRIMARY KEY (replacement, position)
) STRICT, WITHOUT ROWID;

-- `included` NULL: not known, which is never treated as no.
CREATE TABLE replacement_feature (
    replacement TEXT NOT NULL REFERENCES replacement (id),
    feature     TEXT NOT NULL REFERENCES feature (id),
    included    INTEGER CHECK (included IN (0, 1)),
    source      INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (replacement, feature)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement_lab (
    replacement TEXT NOT NULL REFERENCES replacement (id),
    position    INTEGER NOT NULL,
    lab         TEXT NOT NULL,
    test        TEXT NOT NULL,
    platform    TEXT NOT NULL CHECK (platform IN ('windows', 'macos', 'linux', 'android', 'ios')),
    first_month TEXT NOT NULL,
    last_month  TEXT NOT NULL CHECK (last_month >= first_month),
    outcome     TEXT NOT NULL,
    rankable    INTEGER NOT NULL CHECK (rankable IN (0, 1)),
    award       INTEGER NOT NULL CHECK (award IN (0, 1) AND award <= rankable),
    source      INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (replacement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement_package (
    replacement  TEXT NOT NULL REFERENCES replacement (id),
    position     INTEGER NOT NULL,
    manager      TEXT NOT NULL CHECK (manager IN ('winget', 'homebrewCask', 'homebrewFormula', 'apt')),
    package      TEXT NOT NULL,
    seen_version TEXT NOT NULL,
    seen_on      TEXT NOT NULL,
    one_click    INTEGER NOT NULL CHECK (one_click IN (0, 1)),
    stale        INTEGER NOT NULL CHECK (stale IN (0, 1)),
    PRIMARY KEY (replacement, position)
) STRICT, WITHOUT ROWID;

-- How products are removed. Read when somebody asks; a program that does not know these tables leaves them alone, and a
-- catalog without them knows no way to remove anything. `last_source`: the sources of recipes are among the first ones.
CREATE TABLE recipe_head (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    recipe_count INTEGER NOT NULL,
    rule_count   INTEGER NOT NULL,
    last_source  INTEGER NOT NULL
) STRICT;

-- Ids run from 1 without gaps, here and in leftover_rule; recipes in the order of their products.
CREATE TABLE recipe (
    id            INTEGER PRIMARY KEY,
    product       TEXT NOT NULL REFERENCES product (id),
    removal_order TEXT NOT NULL CHECK (removal_order IN ('userInterface', 'product', 'companion', 'agent', 'server')),
    password      TEXT NOT NULL CHECK (password IN ('none', 'loginAndPassword', 'hexPassword')),
    keep          TEXT NOT NULL CHECK (keep IN ('removeByDefault', 'keepUntilConfirmed', 'personDecides',
                      'notOffered')),
    restart       TEXT NOT NULL CHECK (restart IN ('no', 'yes', 'unknown')),
    source        INTEGER NOT NULL REFERENCES source (id)
) STRICT;

CREATE TABLE recipe_way (
    recipe   INTEGER NOT NULL REFERENCES recipe (id),
    position INTEGER NOT NULL,
    way      TEXT NOT NULL CHECK (way IN ('registeredUninstaller', 'windowsInstaller', 'package', 'byHand')),
    PRIMARY KEY (recipe, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipe_signer (
    recipe   INTEGER NOT NULL REFERENCES recipe (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (recipe, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipe_package (
    recipe        INTEGER NOT NULL REFERENCES recipe (id),
    position      INTEGER NOT NULL,
    name          TEXT NOT NULL CHECK (name <> ''),
    removal_order TEXT NOT NULL CHECK (removal_order IN ('userInterface', 'product', 'companion', 'agent', 'server')),
    PRIMARY KEY (recipe, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipe_to_know (
    recipe   INTEGER NOT NULL REFERENCES recipe (id),
    position INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (recipe, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE leftover_rule (
    id         INTEGER PRIMARY KEY,
    recipe     INTEGER NOT NULL REFERENCES recipe (id),
    verb       TEXT NOT NULL CHECK (verb IN ('move', 'removeKey', 'removeService', 'removeUnit', 'removeCertificate',
                   'removeBrowserPolicy', 'purgePackage', 'explain')),
    confidence TEXT NOT NULL CHECK (confidence IN ('certain', 'likely', 'notSure')),
    shared     TEXT NOT NULL CHECK (shared IN ('nobody', 'antivirus', 'vendor')),
    because    TEXT,
    source     INTEGER NOT NULL REFERENCES source (id)
) STRICT;

CREATE TABLE leftover_kind (
    rule     INTEGER NOT NULL REFERENCES leftover_rule (id),
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    PRIMARY KEY (rule, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE leftover_id (
    rule     INTEGER NOT NULL REFERENCES leftover_rule (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (rule, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE leftover_name (
    rule     INTEGER NOT NULL REFERENCES leftover_rule (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (rule, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE leftover_path (
    rule     INTEGER NOT NULL REFERENCES leftover_rule (id),
    position INTEGER NOT NULL,
    pattern  TEXT NOT NULL CHECK (pattern <> ''),
    PRIMARY KEY (rule, position)
) STRICT, WITHOUT ROWID;
