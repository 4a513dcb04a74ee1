<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Settings</name>
    <message>
        <source>Theme</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything grows, the article too. Takes effect at the next start.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the article goes to a span that is off screen.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a line</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 75 is easy on the eye; a narrow pane makes lines shorter.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take words in whole</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the label asks for it. A tag that begins or ends inside a word takes all of it.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out white space at the ends</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out outer quote marks</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out punctuation at the end</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the slots right after tagging</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for claimant, kind and all else that is required, one after the other; Esc stops.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next suggestion after accepting or rejecting</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-highlight a project&apos;s articles when it opens</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the one that comes with Pressmark.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with every span that you tag in projects made from now on. Empty: the name of your account.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is still open before an article is done</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can always finish it anyway.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last project at start</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects opened lately</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
