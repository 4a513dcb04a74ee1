<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>The selection, or the word under the caret; relabels the current span if nothing is selected</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selection becomes a further part of the current span: {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a part: {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the line</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the line, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the line</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the line, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the article, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the article, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the current span and its links</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel…</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then press the key of a label</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the part under the caret</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the borders to the selection</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suggestion is accepted with these borders</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit attributes</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the current span&apos;s card</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next span</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also a suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous span</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, select nothing</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves relabelling, drops the selection</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to it</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a span and go to the next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never offered again; go on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all in this article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step, undone in one</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-highlight this article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the pipeline for suggestions</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-highlight all articles</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop pre-highlighting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pipeline…</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any spaCy package or folder</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done and open the next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as started</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “done” or “flagged” back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag for discussion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it aside</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the word</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the caret</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the quotation</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around the caret, without quote marks</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-highlight when a project opens</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after accept or reject</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next likely claim</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects the next quotation or reported clause that is not tagged</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous likely claim</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot after slot, one key each; Tab skips, Esc ends</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill slot {n} of the card</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then a letter links, a digit or typing chooses</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command, label, value or article…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of it</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, reading, tagging, suggestions</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines of the label</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition and examples</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to repeat; the whole hold is one step</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span: a word back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span: a word on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span: a word back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span: a word on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span: a character back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span: a character on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span: a character back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span: a character on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag with the last label</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selection, or the word</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag other occurrences in this article…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows them in context first</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag other occurrences in the corpus…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows them in context first; one step</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join spans</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the last one of the label that was current, else the next</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the span</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part under the caret, or at the caret</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the span</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything a later reader should know</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all of a label…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all above a score…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide suggestions in a share of the articles…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To measure whether they sway you</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What looks unfinished; F mends</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed what; the article as it was</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move and select</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a project file</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project file</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample project</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five short articles to try things on</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles from files</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import folder…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all text files of a folder</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a dataset</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the import or export</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done stays</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close project</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved already</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search articles</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in title or text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then Enter opens an article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to claims, actors, locations</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue, article, cards</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last project at start</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and commands</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet; also ? in the article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and commands (in the article)</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the labels mean</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions and examples</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log folder</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Pressmark</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Restart now</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Pressmark now; everything is saved</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
