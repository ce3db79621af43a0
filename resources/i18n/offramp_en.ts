<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>Facts of %1, %n day(s) old. Catalog %2.</source>
        <translation>
            <numerusform>Facts of %1, %n day old. Catalog %2.</numerusform>
            <numerusform>Facts of %1, %n days old. Catalog %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n place(s) could not be read completely.</source>
        <translation>
            <numerusform>%n place could not be read completely.</numerusform>
            <numerusform>%n places could not be read completely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) said this, the last one on %1.</source>
        <translation>
            <numerusform>%n check said this, the last one on %1.</numerusform>
            <numerusform>%n checks said this, the last one on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n day(s) without updates</source>
        <translation>
            <numerusform>%n day without updates</numerusform>
            <numerusform>%n days without updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n looked at</source>
        <translation>
            <numerusform>%n looked at</numerusform>
            <numerusform>%n looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n place(s)</source>
        <translation>
            <numerusform>Not checked: %n place</numerusform>
            <numerusform>Not checked: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message numerus="yes">
        <source>Show %n more reason(s)</source>
        <translation>
            <numerusform>Show %n more reason</numerusform>
            <numerusform>Show %n more reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more trace(s)</source>
        <translation>
            <numerusform>Show %n more trace</numerusform>
            <numerusform>Show %n more traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s) of it</source>
        <translation>
            <numerusform>%n trace of it</numerusform>
            <numerusform>%n traces of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message numerus="yes">
        <source>%n independent place(s) agree.</source>
        <translation>
            <numerusform>%n independent place agrees.</numerusform>
            <numerusform>%n independent places agree.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>U.S. updates ended %n day(s) ago (%2).</source>
        <translation>
            <numerusform>U.S. updates ended %n day ago (%2).</numerusform>
            <numerusform>U.S. updates ended %n days ago (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New agreements ended %n day(s) ago (%2). Updates may still be supplied on that date.</source>
        <translation>
            <numerusform>New agreements ended %n day ago (%2). Updates may still be supplied on that date.</numerusform>
            <numerusform>New agreements ended %n days ago (%2). Updates may still be supplied on that date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your organization has not been allowed to use it for %n day(s) (since %2).</source>
        <translation>
            <numerusform>Your organization has not been allowed to use it for %n day (since %2).</numerusform>
            <numerusform>Your organization has not been allowed to use it for %n days (since %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rules for government bodies differ from place to place; we know of %n. Ask who is responsible for IT security.</source>
        <translation>
            <numerusform>Rules for government bodies differ from place to place; we know of %n. Ask who is responsible for IT security.</numerusform>
            <numerusform>Rules for government bodies differ from place to place; we know of %n. Ask who is responsible for IT security.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its databases were last updated on %2, %n day(s) ago.</source>
        <translation>
            <numerusform>Its databases were last updated on %2, %n day ago.</numerusform>
            <numerusform>Its databases were last updated on %2, %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its license ended %n day(s) ago.</source>
        <translation>
            <numerusform>Its license ended %n day ago.</numerusform>
            <numerusform>Its license ended %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its license runs for %n more day(s).</source>
        <translation>
            <numerusform>Its license runs for %n more day.</numerusform>
            <numerusform>Its license runs for %n more days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No Kaspersky and no UltraAV was found in the %n place(s) that were read.</source>
        <translation>
            <numerusform>No Kaspersky and no UltraAV was found in the %n place that was read.</numerusform>
            <numerusform>No Kaspersky and no UltraAV was found in the %n places that were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n important place(s) could not be read, so we cannot say that nothing is there.</source>
        <translation>
            <numerusform>%n important place could not be read, so we cannot say that nothing is there.</numerusform>
            <numerusform>%n important places could not be read, so we cannot say that nothing is there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Our facts are from %2, %n day(s) ago. Update them before you rely on this.</source>
        <translation>
            <numerusform>Our facts are from %2, %n day ago. Update them before you rely on this.</numerusform>
            <numerusform>Our facts are from %2, %n days ago. Update them before you rely on this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not confirmed.</source>
        <translation>
            <numerusform>%n of them not confirmed.</numerusform>
            <numerusform>%n of them not confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known.</source>
        <translation>
            <numerusform>%n not known.</numerusform>
            <numerusform>%n not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is gone, but left %n thing(s) behind</source>
        <translation>
            <numerusform>%1 is gone, but left %n thing behind</numerusform>
            <numerusform>%1 is gone, but left %n things behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The battery is at %n percent.</source>
        <translation>
            <numerusform>The battery is at %n percent.</numerusform>
            <numerusform>The battery is at %n percent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Free megabytes: %n</source>
        <translation>
            <numerusform>Free megabytes: %n</numerusform>
            <numerusform>Free megabytes: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Free some space on the disk of the system. Megabytes needed: %n</source>
        <translation>
            <numerusform>Free some space on the disk of the system. Megabytes needed: %n</numerusform>
            <numerusform>Free some space on the disk of the system. Megabytes needed: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Websites: %n</source>
        <translation>
            <numerusform>Websites: %n</numerusform>
            <numerusform>Websites: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applications: %n</source>
        <translation>
            <numerusform>Applications: %n</numerusform>
            <numerusform>Applications: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other accounts: %n</source>
        <translation>
            <numerusform>Other accounts: %n</numerusform>
            <numerusform>Other accounts: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notes: %n</source>
        <translation>
            <numerusform>Notes: %n</numerusform>
            <numerusform>Notes: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section %1, whose title this program does not know: %n</source>
        <translation>
            <numerusform>Section %1, whose title this program does not know: %n</numerusform>
            <numerusform>Section %1, whose title this program does not know: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can put it off %n more time(s).</source>
        <translation>
            <numerusform>You can put it off %n more time.</numerusform>
            <numerusform>You can put it off %n more times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>No updates for %n day(s)</source>
        <translation>
            <numerusform>No updates for %n day</numerusform>
            <numerusform>No updates for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No Kaspersky updates for %n day(s)</source>
        <translation>
            <numerusform>No Kaspersky updates for %n day</numerusform>
            <numerusform>No Kaspersky updates for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>%n thing(s) left behind can be moved away.</source>
        <translation>
            <numerusform>%n thing left behind can be moved away.</numerusform>
            <numerusform>%n things left behind can be moved away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only shown: %n more.</source>
        <translation>
            <numerusform>Only shown: %n more.</numerusform>
            <numerusform>Only shown: %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back: %n thing(s).</source>
        <translation>
            <numerusform>Put back: %n thing.</numerusform>
            <numerusform>Put back: %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <translation>
            <numerusform>%1 to %n minute</numerusform>
            <numerusform>%1 to %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <comment>after a large number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be done first.</source>
        <translation>
            <numerusform>%n thing must be done first.</numerusform>
            <numerusform>%n things must be done first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) only you can know.</source>
        <translation>
            <numerusform>%n thing only you can know.</numerusform>
            <numerusform>%n things only you can know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sign of life for %n minute(s)</source>
        <translation>
            <numerusform>No sign of life for %n minute</numerusform>
            <numerusform>No sign of life for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left to settle</source>
        <translation>
            <numerusform>%n thing left to settle</numerusform>
            <numerusform>%n things left to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n to quarantine</source>
        <translation>
            <numerusform>Move %n to quarantine</numerusform>
            <numerusform>Move %n to quarantine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Replacements</name>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <translation>
            <numerusform>%n not confirmed</numerusform>
            <numerusform>%n not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n months old</source>
        <translation>
            <numerusform>%1, %n month old</numerusform>
            <numerusform>%1, %n months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Facts of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Facts of %1, %n day old.</numerusform>
            <numerusform>Facts of %1, %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your limits leave out %n more product(s).</source>
        <translation>
            <numerusform>Your limits leave out %n more product.</numerusform>
            <numerusform>Your limits leave out %n more products.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n more source(s)</source>
        <translation>
            <numerusform>%n more source</numerusform>
            <numerusform>%n more sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without updates</source>
        <translation>
            <numerusform>%n day without updates</numerusform>
            <numerusform>%n days without updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offramp::ui::CompareTray</name>
    <message numerus="yes">
        <source>Room for %n</source>
        <translation>
            <numerusform>Room for %n</numerusform>
            <numerusform>Room for %n</numerusform>
        </translation>
    </message>
</context>
</TS>
