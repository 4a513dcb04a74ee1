<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>The selection, or the word under the caret; relabels the current span if nothing is selected</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation>Die Auswahl oder das Wort an der Schreibmarke; ohne Auswahl wird die aktuelle Markierung umetikettiert</translation>
    </message>
    <message>
        <source>The selection becomes a further part of the current span: {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation>Die Auswahl wird ein weiterer Teil der aktuellen Markierung: {label}</translation>
    </message>
    <message>
        <source>Tag as {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation>Als {label} auszeichnen</translation>
    </message>
    <message>
        <source>Add a part: {label}</source>
        <extracomment>desktop/core/actions/__init__.py</extracomment>
        <translation>Teil hinzufügen: {label}</translation>
    </message>
    <message>
        <source>Word back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wort zurück</translation>
    </message>
    <message>
        <source>Word back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wort zurück, mit Auswahl</translation>
    </message>
    <message>
        <source>Word on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wort vor</translation>
    </message>
    <message>
        <source>Word on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wort vor, mit Auswahl</translation>
    </message>
    <message>
        <source>Line up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeile hoch</translation>
    </message>
    <message>
        <source>Line up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeile hoch, mit Auswahl</translation>
    </message>
    <message>
        <source>Line down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeile runter</translation>
    </message>
    <message>
        <source>Line down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeile runter, mit Auswahl</translation>
    </message>
    <message>
        <source>Character back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeichen zurück</translation>
    </message>
    <message>
        <source>Character back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeichen zurück, mit Auswahl</translation>
    </message>
    <message>
        <source>Character on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeichen vor</translation>
    </message>
    <message>
        <source>Character on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zeichen vor, mit Auswahl</translation>
    </message>
    <message>
        <source>Sentence back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Satz zurück</translation>
    </message>
    <message>
        <source>Sentence back, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Satz zurück, mit Auswahl</translation>
    </message>
    <message>
        <source>Sentence on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Satz vor</translation>
    </message>
    <message>
        <source>Sentence on, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Satz vor, mit Auswahl</translation>
    </message>
    <message>
        <source>Paragraph up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Absatz hoch</translation>
    </message>
    <message>
        <source>Paragraph up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Absatz hoch, mit Auswahl</translation>
    </message>
    <message>
        <source>Paragraph down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Absatz runter</translation>
    </message>
    <message>
        <source>Paragraph down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Absatz runter, mit Auswahl</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Anfang der Zeile</translation>
    </message>
    <message>
        <source>Start of the line, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Anfang der Zeile, mit Auswahl</translation>
    </message>
    <message>
        <source>End of the line</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ende der Zeile</translation>
    </message>
    <message>
        <source>End of the line, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ende der Zeile, mit Auswahl</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Anfang des Artikels</translation>
    </message>
    <message>
        <source>Start of the article, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Anfang des Artikels, mit Auswahl</translation>
    </message>
    <message>
        <source>End of the article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ende des Artikels</translation>
    </message>
    <message>
        <source>End of the article, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ende des Artikels, mit Auswahl</translation>
    </message>
    <message>
        <source>Page up</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Seite hoch</translation>
    </message>
    <message>
        <source>Page up, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Seite hoch, mit Auswahl</translation>
    </message>
    <message>
        <source>Page down</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Seite runter</translation>
    </message>
    <message>
        <source>Page down, selecting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Seite runter, mit Auswahl</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove the current span and its links</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Aktuelle Markierung und ihre Verknüpfungen entfernen</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Umetikettieren…</translation>
    </message>
    <message>
        <source>Then press the key of a label</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Danach die Taste eines Etiketts drücken</translation>
    </message>
    <message>
        <source>Remove the part under the caret</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Teil an der Schreibmarke entfernen</translation>
    </message>
    <message>
        <source>Set the borders to the selection</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Grenzen auf die Auswahl setzen</translation>
    </message>
    <message>
        <source>A suggestion is accepted with these borders</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ein Vorschlag wird mit diesen Grenzen angenommen</translation>
    </message>
    <message>
        <source>Edit attributes</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Attribute bearbeiten</translation>
    </message>
    <message>
        <source>Go to the current span&apos;s card</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zur Karte der aktuellen Markierung</translation>
    </message>
    <message>
        <source>Next span</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Also a suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Auch ein Vorschlag</translation>
    </message>
    <message>
        <source>Previous span</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Stop, select nothing</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Abbrechen, nichts auswählen</translation>
    </message>
    <message>
        <source>Leaves relabelling, drops the selection</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Beendet das Umetikettieren, hebt die Auswahl auf</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Nächster Vorschlag</translation>
    </message>
    <message>
        <source>Go to it</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Voriger Vorschlag</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Make it a span and go to the next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wird zur Markierung; weiter zum nächsten</translation>
    </message>
    <message>
        <source>Reject</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Never offered again; go on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wird nie wieder angeboten; weiter</translation>
    </message>
    <message>
        <source>Accept all in this article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Alle in diesem Artikel annehmen</translation>
    </message>
    <message>
        <source>One step, undone in one</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Ein Schritt, in einem rückgängig zu machen</translation>
    </message>
    <message>
        <source>Accept all</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Pre-highlight this article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Diesen Artikel vorauszeichnen</translation>
    </message>
    <message>
        <source>Ask the pipeline for suggestions</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Die Pipeline um Vorschläge bitten</translation>
    </message>
    <message>
        <source>Pre-highlight all articles</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Alle Artikel vorauszeichnen</translation>
    </message>
    <message>
        <source>Pause pre-highlighting, or go on</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Vorauszeichnen anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop pre-highlighting</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Vorauszeichnen anhalten</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Fertig, nächster Artikel</translation>
    </message>
    <message>
        <source>Mark as done and open the next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Als fertig setzen und den nächsten öffnen</translation>
    </message>
    <message>
        <source>Done, next</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Fertig, weiter</translation>
    </message>
    <message>
        <source>Next article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Previous article</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Mark as started</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Auf „begonnen“ setzen</translation>
    </message>
    <message>
        <source>Take “done” or “flagged” back</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>„Fertig“ oder „vorgemerkt“ zurücknehmen</translation>
    </message>
    <message>
        <source>Flag for discussion</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zur Besprechung vormerken</translation>
    </message>
    <message>
        <source>Set it aside</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Select the word</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Wort auswählen</translation>
    </message>
    <message>
        <source>Under the caret</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>An der Schreibmarke</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Satz auswählen</translation>
    </message>
    <message>
        <source>Select the quotation</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Zitat auswählen</translation>
    </message>
    <message>
        <source>Around the caret, without quote marks</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Um die Schreibmarke, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>Pre-highlight when a project opens</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Beim Öffnen eines Projekts vorauszeichnen</translation>
    </message>
    <message>
        <source>Go on after accept or reject</source>
        <extracomment>desktop/core/actions/article_table.py</extracomment>
        <translation>Nach Annehmen oder Ablehnen weitergehen</translation>
    </message>
    <message>
        <source>Next likely claim</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Nächste wahrscheinliche Aussage</translation>
    </message>
    <message>
        <source>Selects the next quotation or reported clause that is not tagged</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Wählt das nächste Zitat oder die nächste indirekte Rede ohne Auszeichnung aus</translation>
    </message>
    <message>
        <source>Previous likely claim</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Vorige wahrscheinliche Aussage</translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Fehlendes ausfüllen</translation>
    </message>
    <message>
        <source>Slot after slot, one key each; Tab skips, Esc ends</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Feld für Feld mit je einer Taste; Tab überspringt, Esc beendet</translation>
    </message>
    <message>
        <source>Other end of the link</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Anderes Ende der Verknüpfung</translation>
    </message>
    <message>
        <source>From a claim to its claimant and back</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Von einer Aussage zu ihrem Urheber und zurück</translation>
    </message>
    <message>
        <source>Fill slot {n} of the card</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Feld {n} der Karte ausfüllen</translation>
    </message>
    <message>
        <source>Then a letter links, a digit or typing chooses</source>
        <extracomment>desktop/core/actions/claims_table.py</extracomment>
        <translation>Dann verknüpft ein Buchstabe, eine Ziffer oder Tippen wählt</translation>
    </message>
    <message>
        <source>Find a command, label, value or article…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Befehl, Etikett, Wert oder Artikel suchen…</translation>
    </message>
    <message>
        <source>Type a part of it</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Einen Teil davon tippen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Look, reading, tagging, suggestions</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Aussehen, Lesen, Auszeichnen, Vorschläge</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Befehlen andere Tasten geben</translation>
    </message>
    <message>
        <source>Guidelines of the label</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Richtlinien zum Etikett</translation>
    </message>
    <message>
        <source>Definition and examples</source>
        <extracomment>desktop/core/actions/commands_table.py</extracomment>
        <translation>Definition und Beispiele</translation>
    </message>
    <message>
        <source>Hold to repeat; the whole hold is one step</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Halten wiederholt; alles zusammen ist ein Schritt</translation>
    </message>
    <message>
        <source>Start of the span: a word back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Anfang der Markierung: ein Wort zurück</translation>
    </message>
    <message>
        <source>Start of the span: a word on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Anfang der Markierung: ein Wort vor</translation>
    </message>
    <message>
        <source>End of the span: a word back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Ende der Markierung: ein Wort zurück</translation>
    </message>
    <message>
        <source>End of the span: a word on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Ende der Markierung: ein Wort vor</translation>
    </message>
    <message>
        <source>Start of the span: a character back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Anfang der Markierung: ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Start of the span: a character on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Anfang der Markierung: ein Zeichen vor</translation>
    </message>
    <message>
        <source>End of the span: a character back</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Ende der Markierung: ein Zeichen zurück</translation>
    </message>
    <message>
        <source>End of the span: a character on</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Ende der Markierung: ein Zeichen vor</translation>
    </message>
    <message>
        <source>Tag with the last label</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Mit dem letzten Etikett auszeichnen</translation>
    </message>
    <message>
        <source>The selection, or the word</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Die Auswahl oder das Wort</translation>
    </message>
    <message>
        <source>Tag other occurrences in this article…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Weitere Vorkommen in diesem Artikel auszeichnen…</translation>
    </message>
    <message>
        <source>Shows them in context first</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Zeigt sie erst im Zusammenhang</translation>
    </message>
    <message>
        <source>Tag other occurrences in the corpus…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Weitere Vorkommen im Korpus auszeichnen…</translation>
    </message>
    <message>
        <source>Shows them in context first; one step</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Zeigt sie erst im Zusammenhang; ein Schritt</translation>
    </message>
    <message>
        <source>Join spans</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Markierungen verbinden</translation>
    </message>
    <message>
        <source>With the last one of the label that was current, else the next</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Mit der zuletzt aktuellen desselben Etiketts, sonst der nächsten</translation>
    </message>
    <message>
        <source>Split the span</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Markierung teilen</translation>
    </message>
    <message>
        <source>The part under the caret, or at the caret</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Den Teil an der Schreibmarke oder genau dort</translation>
    </message>
    <message>
        <source>Note on the span</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Notiz zur Markierung</translation>
    </message>
    <message>
        <source>Anything a later reader should know</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Was spätere Leser wissen sollten</translation>
    </message>
    <message>
        <source>Accept all of a label…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Alle eines Etiketts annehmen…</translation>
    </message>
    <message>
        <source>Accept all above a score…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Alle ab einem Wert annehmen…</translation>
    </message>
    <message>
        <source>Hide suggestions in a share of the articles…</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Vorschläge in einem Teil der Artikel verbergen…</translation>
    </message>
    <message>
        <source>To measure whether they sway you</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Um zu messen, ob sie beeinflussen</translation>
    </message>
    <message>
        <source>Findings</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What looks unfinished; F mends</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Was unfertig aussieht; F behebt es</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Who changed what; the article as it was</source>
        <extracomment>desktop/core/actions/flows_table.py</extracomment>
        <translation>Wer was geändert hat; der Artikel, wie er war</translation>
    </message>
    <message>
        <source>Pipelines…</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Pipelines…</translation>
    </message>
    <message>
        <source>Any spaCy package or folder; for all articles or those of a language</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Beliebiges spaCy-Paket oder Ordner; für alle Artikel oder die einer Sprache</translation>
    </message>
    <message>
        <source>What a pipeline’s labels mean…</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Was die Etiketten einer Pipeline bedeuten…</translation>
    </message>
    <message>
        <source>With a preview on this article</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Mit einer Vorschau an diesem Artikel</translation>
    </message>
    <message>
        <source>Word lists and patterns…</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Wortlisten und Muster…</translation>
    </message>
    <message>
        <source>Found by rule, before or after the model</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Nach Regeln gefunden, vor oder nach dem Modell</translation>
    </message>
    <message>
        <source>How articles are read…</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Wie Artikel gelesen werden…</translation>
    </message>
    <message>
        <source>Claims, names made alike, a graphics processor</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Aussagen, gleiche Namen, Grafikprozessor</translation>
    </message>
    <message>
        <source>Compare two pipelines…</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>Zwei Pipelines vergleichen…</translation>
    </message>
    <message>
        <source>On this article or a sample; nothing is stored</source>
        <extracomment>desktop/core/actions/pipelines_table.py</extracomment>
        <translation>An diesem Artikel oder einer Stichprobe; nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Choose a filter of the queue</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Filter der Liste wählen</translation>
    </message>
    <message>
        <source>All articles, a saved filter, or another one</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Alle Artikel, ein gespeicherter Filter oder ein anderer</translation>
    </message>
    <message>
        <source>Filter the queue…</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Liste filtern…</translation>
    </message>
    <message>
        <source>By status, label, annotator, date; save, rename, delete filters</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Nach Status, Etikett, Person, Datum; Filter speichern, umbenennen, löschen</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Without filter or search</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Ohne Filter und Suche</translation>
    </message>
    <message>
        <source>Sort the queue</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Liste sortieren</translation>
    </message>
    <message>
        <source>By title, date, status, …</source>
        <extracomment>desktop/core/actions/queue_table.py</extracomment>
        <translation>Nach Titel, Datum, Status, …</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Auszeichnen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Article</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Move and select</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Bewegen und auswählen</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}” here.</source>
        <extracomment>desktop/core/actions/spec.py</extracomment>
        <translation>{key} ist hier die Taste von „{command}“.</translation>
    </message>
    <message>
        <source>Acceptance of suggestions</source>
        <extracomment>desktop/core/actions/suggestions_table.py</extracomment>
        <translation>Annahme der Vorschläge</translation>
    </message>
    <message>
        <source>Which share is accepted, by pipeline and label, over time</source>
        <extracomment>desktop/core/actions/suggestions_table.py</extracomment>
        <translation>Welcher Anteil angenommen wird, nach Pipeline und Etikett, im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Suggest claims in this project</source>
        <extracomment>desktop/core/actions/suggestions_table.py</extracomment>
        <translation>In diesem Projekt Aussagen vorschlagen</translation>
    </message>
    <message>
        <source>With who makes them; off, only names are suggested</source>
        <extracomment>desktop/core/actions/suggestions_table.py</extracomment>
        <translation>Mit ihren Urhebern; sonst werden nur Namen vorgeschlagen</translation>
    </message>
    <message>
        <source>New project…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Make a project file</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Eine Projektdatei anlegen</translation>
    </message>
    <message>
        <source>Open project…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Eine Projektdatei öffnen</translation>
    </message>
    <message>
        <source>Open sample project</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Five short articles to try things on</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Fünf kurze Artikel zum Ausprobieren</translation>
    </message>
    <message>
        <source>Import files…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Add articles from files</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Artikel aus Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Import files as…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Dateien importieren als…</translation>
    </message>
    <message>
        <source>Files that do not tell their format</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Dateien, die ihr Format nicht verraten</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Add all text files of a folder</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Alle Textdateien eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write a dataset</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Einen Datensatz schreiben</translation>
    </message>
    <message>
        <source>Stop the import or export</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Import oder Export anhalten</translation>
    </message>
    <message>
        <source>What is done stays</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Close project</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Everything is saved already</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Ihn noch einmal tun</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Die ausgewählten Wörter kopieren</translation>
    </message>
    <message>
        <source>Search articles</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Words in title or text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Wörter in Titel oder Text</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>Then Enter opens an article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Enter öffnet dort einen Artikel</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Zum Artikel</translation>
    </message>
    <message>
        <source>Go to claims, actors, locations</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Zu Aussagen, Akteuren, Orten</translation>
    </message>
    <message>
        <source>Next pane</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Queue, article, cards</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Liste, Artikel, Karten</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Text größer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Text kleiner</translation>
    </message>
    <message>
        <source>Normal text</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Text normal</translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Light theme</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Open the last project at start</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Beim Start das letzte Projekt öffnen</translation>
    </message>
    <message>
        <source>Keys and commands</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Tasten und Befehle</translation>
    </message>
    <message>
        <source>This sheet; also ? in the article</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Diese Übersicht; auch ? im Artikel</translation>
    </message>
    <message>
        <source>Keys and commands (in the article)</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Tasten und Befehle (im Artikel)</translation>
    </message>
    <message>
        <source>What the labels mean</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Was die Etiketten bedeuten</translation>
    </message>
    <message>
        <source>Definitions and examples</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Definitionen und Beispiele</translation>
    </message>
    <message>
        <source>Show the log folder</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Protokollordner zeigen</translation>
    </message>
    <message>
        <source>About Pressmark</source>
        <extracomment>desktop/core/actions/window_table.py</extracomment>
        <translation>Über Pressmark</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>Spans and suggestions</source>
        <extracomment>desktop/ui/article/assistive.py</extracomment>
        <translation>Markierungen und Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word|%Ln words</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an article on the left…</source>
        <extracomment>desktop/ui/article/page.py</extracomment>
        <translation>Links einen Artikel wählen…</translation>
    </message>
    <message>
        <source>This article has no text.</source>
        <extracomment>desktop/ui/article/page.py</extracomment>
        <translation>Dieser Artikel hat keinen Text.</translation>
    </message>
    <message>
        <source>Article text</source>
        <extracomment>desktop/ui/article/pane.py</extracomment>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Selected: {words}</source>
        <extracomment>desktop/ui/article/speech.py</extracomment>
        <translation>Ausgewählt: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n part|%n parts</source>
        <extracomment>desktop/ui/article/speech.py</extracomment>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>{role} of {item}</source>
        <extracomment>desktop/ui/article/speech.py</extracomment>
        <translation>{role} von {item}</translation>
    </message>
    <message>
        <source>Suggested {label}</source>
        <extracomment>desktop/ui/article/speech.py</extracomment>
        <translation>Vorgeschlagen: {label}</translation>
    </message>
    <message>
        <source>The article as it was</source>
        <extracomment>desktop/ui/article/surface.py</extracomment>
        <translation>Der Artikel, wie er war</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>suggested</source>
        <extracomment>desktop/ui/claims/card_delegate.py</extracomment>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>incomplete</source>
        <extracomment>desktop/ui/claims/cards.py</extracomment>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>choose…</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>add</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>choose</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>wählen</translation>
    </message>
    <message>
        <source>{value} (as a whole)</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>{value} (insgesamt)</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>This is not a year, month or day: 2025-01-29. It is not kept.</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>Das ist kein Jahr, Monat oder Tag: 2025-01-29. Es wird nicht behalten.</translation>
    </message>
    <message>
        <source>This is not a number. It is not kept.</source>
        <extracomment>desktop/ui/claims/editors.py</extracomment>
        <translation>Das ist keine Zahl. Sie wird nicht behalten.</translation>
    </message>
    <message>
        <source>not {value}</source>
        <extracomment>desktop/ui/claims/items.py</extracomment>
        <translation>nicht {value}</translation>
    </message>
    <message numerus="yes">
        <source>%n part|%n parts</source>
        <extracomment>desktop/ui/claims/items.py</extracomment>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested|%n suggested</source>
        <extracomment>desktop/ui/claims/items.py</extracomment>
        <translation>
            <numerusform>%n vorgeschlagen</numerusform>
            <numerusform>%n vorgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <extracomment>desktop/ui/claims/items.py</extracomment>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>{label}s</source>
        <extracomment>desktop/ui/claims/items.py</extracomment>
        <translation>{label}</translation>
    </message>
    <message>
        <source>{label}: cards</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>{label}: Karten</translation>
    </message>
    <message>
        <source>No {label} in this article yet.</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>{label}: in diesem Artikel noch nichts.</translation>
    </message>
    <message>
        <source>No {label} in this article yet.

Select the words of one and press {key}.</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>{label}: in diesem Artikel noch nichts.

Wörter auswählen und {key} drücken.</translation>
    </message>
    <message>
        <source>Claims, actors, locations, notes</source>
        <extracomment>desktop/ui/claims/tab_bar.py</extracomment>
        <translation>Aussagen, Akteure, Orte, Notizen</translation>
    </message>
    <message>
        <source>What is tagged in the article on screen is shown here.</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>Hier steht, was im gezeigten Artikel ausgezeichnet ist.</translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>About the whole article</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>Zum ganzen Artikel</translation>
    </message>
    <message>
        <source>On spans</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>Zu Markierungen</translation>
    </message>
    <message>
        <source>Notes on spans</source>
        <extracomment>desktop/ui/claims/panel.py</extracomment>
        <translation>Notizen zu Markierungen</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>type a part of it</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>einen Teil davon tippen</translation>
    </message>
    <message>
        <source>⇧ several</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>⇧ mehrere</translation>
    </message>
    <message>
        <source>Enter keeps it</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>Enter behält es</translation>
    </message>
    <message>
        <source>Tab skips</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>Tab überspringt</translation>
    </message>
    <message>
        <source>Esc ends</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>Esc beendet</translation>
    </message>
    <message>
        <source>⌫ clears</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>⌫ leert</translation>
    </message>
    <message>
        <source>a number</source>
        <extracomment>desktop/ui/claims/picker.py</extracomment>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>{words} Click to accept it.</source>
        <extracomment>desktop/ui/claims/pill.py</extracomment>
        <translation>{words} Klicken nimmt es an.</translation>
    </message>
    <message>
        <source>{words} Suggested. Enter accepts it.</source>
        <extracomment>desktop/ui/claims/pill.py</extracomment>
        <translation>{words} Vorgeschlagen. Enter nimmt es an.</translation>
    </message>
    <message>
        <source>{words}. Enter goes there, Delete removes it.</source>
        <extracomment>desktop/ui/claims/pill.py</extracomment>
        <translation>{words}. Enter geht dorthin, Del entfernt es.</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More ({n})</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>Mehr ({n})</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>{slot}: choose</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>{slot}: wählen</translation>
    </message>
    <message>
        <source>press a letter…</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>Buchstaben drücken…</translation>
    </message>
    <message>
        <source>Tag the {labels} first</source>
        <extracomment>desktop/ui/claims/span_editor.py</extracomment>
        <translation>Erst auszeichnen: {labels}</translation>
    </message>
    <message>
        <source>chosen</source>
        <extracomment>desktop/ui/claims/value_list.py</extracomment>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>key {key}</source>
        <extracomment>desktop/ui/claims/value_list.py</extracomment>
        <translation>Taste {key}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>H:mm</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export</source>
        <extracomment>desktop/ui/export_dialog/dialog.py</extracomment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What to export</source>
        <extracomment>desktop/ui/export_dialog/dialog.py</extracomment>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <extracomment>desktop/ui/export_dialog/dialog.py</extracomment>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>alle</translation>
    </message>
    <message>
        <source>Shares of train, dev and test; empty: no split. Articles are never divided.</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Anteile von train, dev und test; leer: keine Aufteilung. Artikel werden nie geteilt.</translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Derselbe Startwert ergibt dieselbe Aufteilung.</translation>
    </message>
    <message>
        <source>near-duplicates</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Fast-Dubletten</translation>
    </message>
    <message>
        <source>articles of a publisher</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Artikel eines Verlags</translation>
    </message>
    <message>
        <source>times: older ones train, newer ones test</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Zeiten: ältere trainieren, neuere testen</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>with s&amp;uggestions and verdicts</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>mit &amp;Vorschlägen und Entscheidungen</translation>
    </message>
    <message>
        <source>as a dataset folder with card, plots and checksu&amp;ms</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>als &amp;Datensatz-Ordner mit Karte, Diagrammen und Prüfsummen</translation>
    </message>
    <message>
        <source>safe for spr&amp;eadsheets (not for reading back)</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>sicher für &amp;Tabellenprogramme (nicht zum Wiedereinlesen)</translation>
    </message>
    <message>
        <source>f&amp;inished articles only</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>nur fe&amp;rtige Artikel</translation>
    </message>
    <message>
        <source>not stated</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none is saved</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>keiner gespeichert</translation>
    </message>
    <message>
        <source>Filters are saved beside the queue (Ctrl+Shift+L).</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Filter werden bei der Liste gespeichert (Ctrl+Shift+L).</translation>
    </message>
    <message>
        <source>labels alike in all &amp;parts</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Etiketten in allen Teilen glei&amp;ch verteilt</translation>
    </message>
    <message>
        <source>keep the longer</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>die längere behalten</translation>
    </message>
    <message>
        <source>keep the first</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>die erste behalten</translation>
    </message>
    <message>
        <source>keep by the order of labels</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>nach der Ordnung der Etiketten</translation>
    </message>
    <message>
        <source>refuse the export</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>den Export ablehnen</translation>
    </message>
    <message>
        <source>a piece each</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>je ein Stück</translation>
    </message>
    <message>
        <source>from the first to the last</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>vom ersten bis zum letzten</translation>
    </message>
    <message>
        <source>leave out</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>take the whole token</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>das ganze Token nehmen</translation>
    </message>
    <message>
        <source>leave the token out</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>das Token weglassen</translation>
    </message>
    <message>
        <source>leave the span out</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>die Markierung weglassen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Li&amp;cence</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>L&amp;izenz</translation>
    </message>
    <message>
        <source>Sa&amp;ved filter</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Gespeicherter Filter</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Annotat&amp;or</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Etikett</translation>
    </message>
    <message>
        <source>F&amp;rom – to</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Von – &amp;bis</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>S&amp;hares</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Antei&amp;le</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Zusa&amp;mmenlassen</translation>
    </message>
    <message>
        <source>&amp;Overlapping spans</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>&amp;Überlappende</translation>
    </message>
    <message>
        <source>&amp;Spans in parts</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Me&amp;hrteilige</translation>
    </message>
    <message>
        <source>&amp;Borders in tokens</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Gre&amp;nzen in Tokens</translation>
    </message>
    <message numerus="yes">
        <source>Of the first %Ln article:|Of the first %Ln articles:</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>
            <numerusform>Aus dem ersten Artikel:</numerusform>
            <numerusform>Aus den ersten %Ln Artikeln:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing.</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Across the parts:</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Über die Teile hinweg:</translation>
    </message>
    <message>
        <source>What to take</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Was mitkommt</translation>
    </message>
    <message>
        <source>Articles from</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Artikel ab</translation>
    </message>
    <message>
        <source>Articles until</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Artikel bis</translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Where the format holds less</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Wo das Format weniger fasst</translation>
    </message>
    <message>
        <source>The export needs a target.</source>
        <extracomment>desktop/ui/export_dialog/form.py</extracomment>
        <translation>Der Export braucht ein Ziel.</translation>
    </message>
    <message>
        <source>The first record</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Der erste Datensatz</translation>
    </message>
    <message>
        <source>Spans by label</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Markierungen je Etikett</translation>
    </message>
    <message>
        <source>What is lost</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Was verloren geht</translation>
    </message>
    <message>
        <source>Preview under way</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Vorschau entsteht</translation>
    </message>
    <message>
        <source>What is written</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>No article is chosen: nothing will be written.</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Kein Artikel ist gewählt: nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>The files are not text.</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Die Dateien sind kein Text.</translation>
    </message>
    <message>
        <source>Articles</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>desktop/ui/export_dialog/preview_pane.py</extracomment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Guidelines</name>
    <message>
        <source>What the labels mean</source>
        <extracomment>desktop/ui/dialogs/labels.py</extracomment>
        <translation>Was die Etiketten bedeuten</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>desktop/ui/dialogs/labels.py</extracomment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>desktop/ui/dialogs/labels.py</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>needed</source>
        <extracomment>desktop/ui/dialogs/labels.py</extracomment>
        <translation>nötig</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <extracomment>desktop/ui/guidelines.py</extracomment>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/guidelines.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Guidelines: {label}</source>
        <extracomment>desktop/ui/guidelines.py</extracomment>
        <translation>Richtlinien: {label}</translation>
    </message>
    <message>
        <source>✓ Yes</source>
        <extracomment>desktop/ui/guidelines.py</extracomment>
        <translation>✓ Ja</translation>
    </message>
    <message>
        <source>✗ No</source>
        <extracomment>desktop/ui/guidelines.py</extracomment>
        <translation>✗ Nein</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>There is no other quotation or reported clause to tag here.</source>
        <extracomment>desktop/ui/claim_keys.py</extracomment>
        <translation>Hier ist kein weiteres Zitat und keine indirekte Rede auszuzeichnen.</translation>
    </message>
    <message>
        <source>{key} tags it as {label}, V goes on to the next</source>
        <extracomment>desktop/ui/claim_keys.py</extracomment>
        <translation>{key} zeichnet als {label} aus, V geht weiter</translation>
    </message>
    <message>
        <source>Nothing is linked to this one.</source>
        <extracomment>desktop/ui/claim_keys.py</extracomment>
        <translation>Damit ist nichts verknüpft.</translation>
    </message>
    <message>
        <source>This is the article as it was. Esc goes back to now.</source>
        <extracomment>desktop/ui/controller.py</extracomment>
        <translation>Das ist der Artikel, wie er war. Esc geht zurück zu jetzt.</translation>
    </message>
    <message>
        <source>Select some words first, or put the caret into a word.</source>
        <extracomment>desktop/ui/controller.py</extracomment>
        <translation>Erst Wörter auswählen oder die Schreibmarke in ein Wort setzen.</translation>
    </message>
    <message>
        <source>Select the words of the further part first.</source>
        <extracomment>desktop/ui/controller.py</extracomment>
        <translation>Erst die Wörter des weiteren Teils auswählen.</translation>
    </message>
    <message>
        <source>Relabel: press {keys}; Esc to stop</source>
        <extracomment>desktop/ui/controller.py</extracomment>
        <translation>Umetikettieren: {keys} drücken; Esc bricht ab</translation>
    </message>
    <message>
        <source>It has this label already.</source>
        <extracomment>desktop/ui/controller.py</extracomment>
        <translation>Das Etikett ist schon dasselbe.</translation>
    </message>
    <message>
        <source>Go to a span first: ] is the next one. A suggestion is accepted first.</source>
        <extracomment>desktop/ui/flows/borders.py</extracomment>
        <translation>Erst zu einer Markierung gehen: ] ist die nächste. Einen Vorschlag erst annehmen.</translation>
    </message>
    <message>
        <source>The end of the span cannot go further.</source>
        <extracomment>desktop/ui/flows/borders.py</extracomment>
        <translation>Das Ende der Markierung lässt sich nicht weiter verschieben.</translation>
    </message>
    <message>
        <source>The start of the span cannot go further.</source>
        <extracomment>desktop/ui/flows/borders.py</extracomment>
        <translation>Der Anfang der Markierung lässt sich nicht weiter verschieben.</translation>
    </message>
    <message>
        <source>Go to a span first: ] is the next one.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Erst zu einer Markierung gehen: ] ist die nächste.</translation>
    </message>
    <message>
        <source>Accept the suggestion first: Enter.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Erst den Vorschlag annehmen: Enter.</translation>
    </message>
    <message>
        <source>Go to a span first: ] is the next one, Tab the next suggestion.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Erst zu einer Markierung gehen: ] ist die nächste, Tab der nächste Vorschlag.</translation>
    </message>
    <message>
        <source>Select the words that the span should cover.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Die Wörter auswählen, die die Markierung umfassen soll.</translation>
    </message>
    <message>
        <source>Put the caret into the part to remove.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Die Schreibmarke in den Teil setzen, der wegfallen soll.</translation>
    </message>
    <message>
        <source>There is no other span of this label to join with.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Es gibt keine weitere Markierung dieses Etiketts zum Verbinden.</translation>
    </message>
    <message>
        <source>Nothing was tagged yet that could be repeated. Press the key of a label first.</source>
        <extracomment>desktop/ui/flows/spans.py</extracomment>
        <translation>Es wurde noch nichts ausgezeichnet, das sich wiederholen ließe. Erst die Taste eines Etiketts drücken.</translation>
    </message>
    <message>
        <source>This is the last article of the list.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>Das ist der letzte Artikel der Liste.</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>Das ist der erste.</translation>
    </message>
    <message>
        <source>Every article of the list is done.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>Alle Artikel der Liste sind fertig.</translation>
    </message>
    <message>
        <source>Linking {name} → {slot}</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Verknüpfen: {name} → {slot}</translation>
    </message>
    <message>
        <source>Linking → {slot}</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Verknüpfen → {slot}</translation>
    </message>
    <message>
        <source>{keys} tags the selected words and links them, Esc to stop</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>{keys} zeichnet die Auswahl aus und verknüpft sie, Esc bricht ab</translation>
    </message>
    <message>
        <source>select the words of a mention and press Enter</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Wörter einer Nennung auswählen und Enter drücken</translation>
    </message>
    <message>
        <source>press the letter shown on a mention</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Buchstaben an einer Nennung drücken</translation>
    </message>
    <message>
        <source>Tab skips, Esc ends</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Tab überspringt, Esc beendet</translation>
    </message>
    <message>
        <source>Esc to stop</source>
        <extracomment>desktop/ui/linking.py</extracomment>
        <translation>Esc bricht ab</translation>
    </message>
    <message>
        <source>This card has no slot {digit}.</source>
        <extracomment>desktop/ui/quick_fill.py</extracomment>
        <translation>Diese Karte hat kein Feld {digit}.</translation>
    </message>
    <message>
        <source>Nothing is missing on {name}. 1 to 9 change a slot.</source>
        <extracomment>desktop/ui/quick_fill.py</extracomment>
        <translation>An {name} fehlt nichts. 1 bis 9 ändern ein Feld.</translation>
    </message>
    <message>
        <source>Backspace clears, Esc to stop</source>
        <extracomment>desktop/ui/quick_fill.py</extracomment>
        <translation>⌫ leert, Esc bricht ab</translation>
    </message>
    <message>
        <source>{name}: all filled in.</source>
        <extracomment>desktop/ui/quick_fill.py</extracomment>
        <translation>{name}: alles ausgefüllt.</translation>
    </message>
    <message>
        <source>{name}: {slots} left open; F asks again.</source>
        <extracomment>desktop/ui/quick_fill.py</extracomment>
        <translation>{name}: {slots} noch offen; F fragt wieder.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keys and commands</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Tasten und Befehle</translation>
    </message>
    <message>
        <source>Search keys and commands</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Tasten und Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Type to search</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Zum Suchen tippen</translation>
    </message>
    <message>
        <source>With Shift, a motion selects.</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Mit Shift wählt eine Bewegung aus.</translation>
    </message>
    <message>
        <source>With Shift, a motion selects. {key} finds any command by its words.</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Mit Shift wählt eine Bewegung aus. {key} findet jeden Befehl nach Wörtern.</translation>
    </message>
    <message>
        <source>No command has these words or this key.</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Kein Befehl hat diese Wörter oder diese Taste.</translation>
    </message>
    <message>
        <source>Without a key: {commands}</source>
        <extracomment>desktop/ui/dialogs/help_sheet.py</extracomment>
        <translation>Ohne Taste: {commands}</translation>
    </message>
    <message>
        <source>Enter: a new key   +: one more key   Delete: no key   Backspace: the key it came with   Esc: close</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Enter: neue Taste   +: noch eine   Del: keine   ⌫: die ursprüngliche   Esc: schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Nach Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Search commands</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Add…</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Press the key for “{command}”. Esc: leave it as it is.</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Taste für „{command}“ drücken. Esc: so lassen.</translation>
    </message>
    <message>
        <source>Press one more key for “{command}”. Esc: leave it as it is.</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Noch eine Taste für „{command}“ drücken. Esc: so lassen.</translation>
    </message>
    <message>
        <source>All commands have the keys they came with.</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>Alle Befehle haben wieder ihre ursprünglichen Tasten.</translation>
    </message>
    <message>
        <source>“{command}” has no key.</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>„{command}“ hat keine Taste.</translation>
    </message>
    <message>
        <source>“{command}” has the key {key} now.</source>
        <extracomment>desktop/ui/shortcuts/editor.py</extracomment>
        <translation>„{command}“ hat jetzt die Taste {key}.</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>Wo</translation>
    </message>
    <message>
        <source>everywhere</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>überall</translation>
    </message>
    <message>
        <source>in the article</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>im Artikel</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>no key</source>
        <extracomment>desktop/ui/shortcuts/model.py</extracomment>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <extracomment>desktop/ui/article/byline.py</extracomment>
        <translation>Vietnamesisch</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>desktop/ui/flows/beside.py</extracomment>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{doing}… Esc stops.</source>
        <extracomment>desktop/ui/flows/beside.py</extracomment>
        <translation>{doing}… Esc bricht ab.</translation>
    </message>
    <message>
        <source>{doing}: {done} of {total} articles. Esc stops.</source>
        <extracomment>desktop/ui/flows/beside.py</extracomment>
        <translation>{doing}: {done} von {total} Artikeln. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Hide suggestions</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Vorschläge verbergen</translation>
    </message>
    <message>
        <source>Share of the articles</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Anteil der Artikel</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>any words; others pick other articles</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>andere Wörter, andere Artikel</translation>
    </message>
    <message>
        <source>In a share of the articles nobody sees what the pipeline suggests. So the project can measure whether suggestions sway its annotators. The export marks these articles. Articles that somebody has begun stay as they are for them.</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>In einem Teil der Artikel sieht niemand, was die Pipeline vorschlägt. So lässt sich messen, ob Vorschläge die Annotatoren beeinflussen. Der Export kennzeichnet diese Artikel. Was jemand schon begonnen hat, bleibt für ihn, wie es ist.</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Suggestions are hidden in about {n} % of the articles.</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Vorschläge sind in etwa {n} % der Artikel verborgen.</translation>
    </message>
    <message>
        <source>Suggestions are shown in all articles.</source>
        <extracomment>desktop/ui/flows/blind.py</extracomment>
        <translation>Vorschläge erscheinen in allen Artikeln.</translation>
    </message>
    <message>
        <source>{n} of {total} ticked</source>
        <extracomment>desktop/ui/flows/context_panel.py</extracomment>
        <translation>{n} von {total} angekreuzt</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/flows/drawer.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the list</source>
        <extracomment>desktop/ui/flows/drawer.py</extracomment>
        <translation>Liste schließen</translation>
    </message>
    <message>
        <source>Error: {finding}</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Fehler: {finding}</translation>
    </message>
    <message>
        <source>Warning: {finding}</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Warnung: {finding}</translation>
    </message>
    <message>
        <source>Hint: {finding}</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Hinweis: {finding}</translation>
    </message>
    <message>
        <source>fill it in</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>ausfüllen</translation>
    </message>
    <message>
        <source>Findings</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Nothing looks unfinished in this article.</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>In diesem Artikel sieht nichts unfertig aus.</translation>
    </message>
    <message>
        <source>Not all is finished here</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Hier ist nicht alles fertig</translation>
    </message>
    <message>
        <source>Ctrl+Enter finishes anyway</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Ctrl+Enter schließt trotzdem ab</translation>
    </message>
    <message>
        <source>Ctrl+Enter finishes the article</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Ctrl+Enter schließt den Artikel ab</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in this article|%Ln in this article</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>
            <numerusform>%Ln in diesem Artikel</numerusform>
            <numerusform>%Ln in diesem Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>close</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>schließen</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{accepted} of {decided} accepted</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>{accepted} von {decided} angenommen</translation>
    </message>
    <message>
        <source>week from {day}</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>Woche ab {day}</translation>
    </message>
    <message>
        <source>month from {day}</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>Monat ab {day}</translation>
    </message>
    <message>
        <source>{when}: nothing decided</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>{when}: nichts entschieden</translation>
    </message>
    <message>
        <source>Acceptance of suggestions</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>Annahme der Vorschläge</translation>
    </message>
    <message>
        <source>Counting…</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Nobody has decided on a suggestion yet. Enter accepts one, Backspace rejects it; here you see then which pipeline and which label are worth it.</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>Über Vorschläge hat noch niemand entschieden. Enter nimmt an, ⌫ lehnt ab; hier steht dann, welche Pipeline und welches Etikett sich lohnen.</translation>
    </message>
    <message>
        <source>go there</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>dorthin</translation>
    </message>
    <message>
        <source>mend</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>beheben</translation>
    </message>
    <message>
        <source>This one needs your judgement. Enter goes there.</source>
        <extracomment>desktop/ui/flows/findings.py</extracomment>
        <translation>Das ist zu beurteilen. Enter geht dorthin.</translation>
    </message>
    <message>
        <source>Doubts, reasons, a question to the team</source>
        <extracomment>desktop/ui/flows/note_editor.py</extracomment>
        <translation>Zweifel, Gründe, eine Frage ans Team</translation>
    </message>
    <message>
        <source>keep</source>
        <extracomment>desktop/ui/flows/note_editor.py</extracomment>
        <translation>behalten</translation>
    </message>
    <message>
        <source>leave</source>
        <extracomment>desktop/ui/flows/note_editor.py</extracomment>
        <translation>verwerfen</translation>
    </message>
    <message>
        <source>Note on {words}</source>
        <extracomment>desktop/ui/flows/note_editor.py</extracomment>
        <translation>Notiz zu {words}</translation>
    </message>
    <message>
        <source>Other occurrences</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Weitere Vorkommen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>{words} stands nowhere else in this article, or is tagged there.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>{words} steht in diesem Artikel sonst nirgends oder ist dort schon ausgezeichnet.</translation>
    </message>
    <message>
        <source>{words} stands nowhere else in any other article, or is tagged there.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>{words} steht in keinem anderen Artikel oder ist dort schon ausgezeichnet.</translation>
    </message>
    <message>
        <source>Tag {words} as {title}</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>{words} als {title} auszeichnen</translation>
    </message>
    <message>
        <source>Tagging…</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Auszeichnen läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article|%Ln articles</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>searched {done} of {total}</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>{done} von {total} durchsucht</translation>
    </message>
    <message>
        <source>stop</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>stop the search</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Suche abbrechen</translation>
    </message>
    <message>
        <source>tag the ticked</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Angekreuzte auszeichnen</translation>
    </message>
    <message>
        <source>tick</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>ankreuzen</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>alle</translation>
    </message>
    <message>
        <source>all of the article</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>alle des Artikels</translation>
    </message>
    <message>
        <source>The search goes on. Esc stops it; then Enter tags what is ticked.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Die Suche läuft noch. Esc bricht sie ab; dann zeichnet Enter das Angekreuzte aus.</translation>
    </message>
    <message>
        <source>Nothing is ticked. Space ticks a line, A all.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Nichts ist angekreuzt. Leertaste kreuzt eine Zeile an, A alle.</translation>
    </message>
    <message>
        <source>Tagging {words}</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Auszeichnen: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more is tagged.|%Ln more are tagged.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln weiteres ist ausgezeichnet.</numerusform>
            <numerusform>%Ln weitere sind ausgezeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more is tagged in {n} articles.|%Ln more are tagged in {n} articles.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln weiteres ist in {n} Artikeln ausgezeichnet.</numerusform>
            <numerusform>%Ln weitere sind in {n} Artikeln ausgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>One undo (Ctrl+Z) takes all back.</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Einmal Rückgängig (Ctrl+Z) nimmt alles zurück.</translation>
    </message>
    <message>
        <source>undone, can be redone</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>rückgängig, wiederherstellbar</translation>
    </message>
    <message>
        <source>undone</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>History of the article</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>Verlauf des Artikels</translation>
    </message>
    <message>
        <source>History of this article</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>Verlauf dieses Artikels</translation>
    </message>
    <message>
        <source>nothing was done here yet</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>hier ist noch nichts geschehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step|%Ln steps</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>earlier, later</source>
        <extracomment>desktop/ui/flows/acceptance.py</extracomment>
        <translation>früher, später</translation>
    </message>
    <message>
        <source>back to now</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>zurück zu jetzt</translation>
    </message>
    <message>
        <source>show the article as it was</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>Artikel zeigen, wie er war</translation>
    </message>
    <message>
        <source>After “{words}”, {who}, {when}.  Esc: back to now</source>
        <extracomment>desktop/ui/flows/past.py</extracomment>
        <translation>Nach „{words}“, {who}, {when}.  Esc: zurück zu jetzt</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>No suggestion is open in this article.</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>In diesem Artikel ist kein Vorschlag offen.</translation>
    </message>
    <message>
        <source>No open suggestion has this score. Left lowers it.</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Kein offener Vorschlag hat diesen Wert. ← senkt ihn.</translation>
    </message>
    <message>
        <source>The suggestions of this pipeline have no scores. Choose them by label.</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Die Vorschläge dieser Pipeline haben keine Werte. Nach Etikett wählen.</translation>
    </message>
    <message>
        <source>Accept what is scored {score} or more</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Annehmen, was {score} oder mehr hat</translation>
    </message>
    <message>
        <source>Accept suggestions of {title}</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Vorschläge annehmen: {title}</translation>
    </message>
    <message>
        <source>{ticked} · {total} open</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>{ticked} · {total} offen</translation>
    </message>
    <message>
        <source>score</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>label</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>accept the ticked</source>
        <extracomment>desktop/ui/flows/sweep.py</extracomment>
        <translation>Angekreuzte annehmen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>(no title)</source>
        <extracomment>desktop/ui/palette/entries.py</extracomment>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter do it   Esc close        &gt; commands   : values of the span   @ articles</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>↑ ↓ wählen   Enter ausführen   Esc schließen        &gt; Befehle   : Werte der Markierung   @ Artikel</translation>
    </message>
    <message>
        <source>Command palette</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command, label, value or article</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Befehl, Etikett, Wert oder Artikel suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Find a command, a label, a value of the current span, an article</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Befehl, Etikett, Wert der aktuellen Markierung oder Artikel suchen</translation>
    </message>
    <message>
        <source>Find a command, label or value</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Befehl, Etikett oder Wert suchen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>Nichts enthält diese Wörter.</translation>
    </message>
    <message>
        <source>“{command}” is not possible with what is on screen now.</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>„{command}“ geht mit dem, was gerade zu sehen ist, nicht.</translation>
    </message>
    <message>
        <source>“{command}” is not possible with what is on screen now. Its key is {key}.</source>
        <extracomment>desktop/ui/palette/palette.py</extracomment>
        <translation>„{command}“ geht mit dem, was gerade zu sehen ist, nicht. Taste: {key}.</translation>
    </message>
    <message>
        <source>chosen</source>
        <extracomment>desktop/ui/palette/rows.py</extracomment>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not possible now</source>
        <extracomment>desktop/ui/palette/rows.py</extracomment>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>Pipelines</name>
    <message>
        <source>Pipelines</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>Use it for</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Verwenden für</translation>
    </message>
    <message>
        <source>Use and pre-highlight</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Verwenden und vorauszeichnen</translation>
    </message>
    <message>
        <source>What somebody has accepted or rejected stays as it is.</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Was jemand angenommen oder abgelehnt hat, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>not stated</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>articles in “{language}”</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Artikel auf „{language}“</translation>
    </message>
    <message>
        <source>this project</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>dieses Projekt</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>jede</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Its own scores</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>F1 by label</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>F1 nach Etikett</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Parts</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>In use for</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Verwendet für</translation>
    </message>
    <message>
        <source>All articles of this project</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Alle Artikel dieses Projekts</translation>
    </message>
    <message numerus="yes">
        <source>Only articles in “{language}” (%Ln)</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>
            <numerusform>Nur Artikel auf „{language}“ (%Ln)</numerusform>
            <numerusform>Nur Artikel auf „{language}“ (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>All projects that have no pipeline of their own</source>
        <extracomment>desktop/ui/pipelines/about.py</extracomment>
        <translation>Alle Projekte ohne eigene Pipeline</translation>
    </message>
    <message>
        <source>The other pipeline</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Die andere Pipeline</translation>
    </message>
    <message>
        <source>What both read</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Was beide lesen</translation>
    </message>
    <message>
        <source>the article on screen</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>der gezeigte Artikel</translation>
    </message>
    <message>
        <source>a sample of the articles</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>eine Stichprobe der Artikel</translation>
    </message>
    <message>
        <source>Articles in the sample</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Artikel der Stichprobe</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>with</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>mit</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>an</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Übereinstimmung nach Etikett</translation>
    </message>
    <message>
        <source>Label</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>both</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>beide</translation>
    </message>
    <message>
        <source>same place</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>selbe Stelle</translation>
    </message>
    <message>
        <source>overlapping</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>überlappend</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Wo sie abweichen</translation>
    </message>
    <message>
        <source>Nothing is stored by a comparison.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Ein Vergleich speichert nichts.</translation>
    </message>
    <message>
        <source>There is only one pipeline. Install a spaCy package, or add a folder.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Es gibt nur eine Pipeline. Ein spaCy-Paket installieren oder einen Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Kein Artikel ist offen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{first}, then {second} is read…</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>{first}, dann {second} wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article was read by both.|%Ln articles were read by both.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel von beiden gelesen.</numerusform>
            <numerusform>%Ln Artikel von beiden gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read.|%Ln could not be read.</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>
            <numerusform>%Ln nicht lesbar.</numerusform>
            <numerusform>%Ln nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>   %Ln times|   %Ln times</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>
            <numerusform>   %Ln-mal</numerusform>
            <numerusform>   %Ln-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more|… and %Ln more</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>only A: {span}</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>nur A: {span}</translation>
    </message>
    <message>
        <source>only B: {span}</source>
        <extracomment>desktop/ui/pipelines/compare.py</extracomment>
        <translation>nur B: {span}</translation>
    </message>
    <message>
        <source>Word lists</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Wortlisten</translation>
    </message>
    <message>
        <source>Reading</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>{name}
cannot be used</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>{name}
nicht verwendbar</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>comes with Pressmark</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Folder of a spaCy pipeline</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Ordner einer spaCy-Pipeline</translation>
    </message>
    <message>
        <source>There is no pipeline. Install a spaCy package.</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>Es gibt keine Pipeline. Ein spaCy-Paket installieren.</translation>
    </message>
    <message>
        <source>Labels of the pipeline</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Etiketten der Pipeline</translation>
    </message>
    <message>
        <source>Its label</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Ihr Etikett</translation>
    </message>
    <message>
        <source>stands for</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>steht für</translation>
    </message>
    <message>
        <source>here</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>hier</translation>
    </message>
    <message>
        <source>What it finds in the article on screen</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Was sie im gezeigten Artikel findet</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Auf Vorgabe</translation>
    </message>
    <message>
        <source>Apply and pre-highlight</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Anwenden und vorauszeichnen</translation>
    </message>
    <message>
        <source>What {label} stands for</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Wofür {label} steht</translation>
    </message>
    <message>
        <source>not suggested</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>nicht vorgeschlagen</translation>
    </message>
    <message>
        <source>With which value {label}</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Mit welchem Wert {label}</translation>
    </message>
    <message>
        <source>Open an article to see what this gives on it.</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Einen Artikel öffnen, um zu sehen, was das dort ergibt.</translation>
    </message>
    <message>
        <source>{pipeline} reads the article on screen…</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>{pipeline} liest den gezeigten Artikel…</translation>
    </message>
    <message numerus="yes">
        <source>On the article on screen it would suggest %Ln span:|On the article on screen it would suggest %Ln spans:</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>
            <numerusform>Im gezeigten Artikel würde sie %Ln Markierung vorschlagen:</numerusform>
            <numerusform>Im gezeigten Artikel würde sie %Ln Markierungen vorschlagen:</numerusform>
        </translation>
    </message>
    <message>
        <source>On the article on screen it would suggest nothing.</source>
        <extracomment>desktop/ui/pipelines/labels.py</extracomment>
        <translation>Im gezeigten Artikel würde sie nichts vorschlagen.</translation>
    </message>
    <message>
        <source>Word lists and pattern files</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Wortlisten und Musterdateien</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Entries</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>runs</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>No lists yet. A word list is a CSV file with surface, label and attributes, such as “Kaja Kallas,ACTOR,type=person”. A pattern file is spaCy’s JSONL for its EntityRuler.</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Noch keine Listen. Eine Wortliste ist eine CSV-Datei mit Wortlaut, Etikett und Attributen, etwa „Kaja Kallas,ACTOR,type=person“. Eine Musterdatei ist spaCys JSONL für den EntityRuler.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Pre-highlight again</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Neu vorauszeichnen</translation>
    </message>
    <message>
        <source>Before the model a list wins where both find something; after it, it fills what the model left free.</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Vor dem Modell gewinnt die Liste, wo beide etwas finden; danach füllt sie, was das Modell frei ließ.</translation>
    </message>
    <message>
        <source>When {list} runs</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Wann {list} läuft</translation>
    </message>
    <message>
        <source>before the model</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>vor dem Modell</translation>
    </message>
    <message>
        <source>after the model</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>nach dem Modell</translation>
    </message>
    <message>
        <source>Add word lists or pattern files</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Wortlisten oder Musterdateien hinzufügen</translation>
    </message>
    <message>
        <source>Word lists and patterns (*.csv *.tsv *.txt *.jsonl)</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>Wortlisten und Muster (*.csv *.tsv *.txt *.jsonl)</translation>
    </message>
    <message>
        <source>{file}: nothing in it can be used.</source>
        <extracomment>desktop/ui/pipelines/lists.py</extracomment>
        <translation>{file}: Nichts darin ist verwendbar.</translation>
    </message>
    <message>
        <source>Look for claims, and who makes them</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Nach Aussagen und ihren Urhebern suchen</translation>
    </message>
    <message>
        <source>Reported speech and quotations of articles in English. Without it, reading is faster.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Wiedergegebene Rede und Zitate englischer Artikel. Ohne geht das Lesen schneller.</translation>
    </message>
    <message>
        <source>One name, one label throughout an article</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Ein Name, ein Etikett im ganzen Artikel</translation>
    </message>
    <message>
        <source>Places of the same name are compared and those that the pipeline missed are added. Without it, names stay as the pipeline gives them.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Stellen desselben Namens werden verglichen, übersehene ergänzt. Ohne bleiben Namen, wie die Pipeline sie gibt.</translation>
    </message>
    <message>
        <source>Use a graphics processor where spaCy finds one</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Grafikprozessor nutzen, wo spaCy einen findet</translation>
    </message>
    <message>
        <source>For large pipelines. The one that comes with Pressmark needs none.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Für große Pipelines. Die mitgelieferte braucht keinen.</translation>
    </message>
    <message>
        <source>Give an article up after</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Einen Artikel aufgeben nach</translation>
    </message>
    <message>
        <source>And as long again for each 10,000 characters. The pipeline is ended then, the article set aside with its reason, and the rest goes on.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Und noch einmal so lange für je 10.000 Zeichen. Die Pipeline wird dann beendet, der Artikel mit der Begründung beiseitegelegt, und mit den übrigen geht es weiter.</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>Nothing has been read since the project was opened.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Seit dem Öffnen des Projekts wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>The articles were last read on a graphics processor.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Die Artikel wurden zuletzt auf einem Grafikprozessor gelesen.</translation>
    </message>
    <message>
        <source>The articles were last read on the main processor.</source>
        <extracomment>desktop/ui/pipelines/options.py</extracomment>
        <translation>Die Artikel wurden zuletzt auf dem Hauptprozessor gelesen.</translation>
    </message>
    <message>
        <source>any language</source>
        <extracomment>desktop/ui/pipelines/dialog.py</extracomment>
        <translation>jede Sprache</translation>
    </message>
</context>
<context>
    <name>Prelabel</name>
    <message>
        <source>could not be started</source>
        <extracomment>desktop/ui/prelabel_host.py</extracomment>
        <translation>ließ sich nicht starten</translation>
    </message>
    <message>
        <source>“{title}” is left out: {reason}</source>
        <extracomment>desktop/ui/prelabel_host.py</extracomment>
        <translation>„{title}“ wird ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>pre-highlighting: loading</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Vorauszeichnen: wird geladen</translation>
    </message>
    <message>
        <source>pre-highlighting {done} of {total}</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>vorausgezeichnet: {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>pre-highlighting stopped, %Ln left|pre-highlighting stopped, %Ln left</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>
            <numerusform>Vorauszeichnen angehalten, %Ln übrig</numerusform>
            <numerusform>Vorauszeichnen angehalten, %Ln übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Claims and their claimants are suggested from now on.</source>
        <extracomment>desktop/ui/flows/claims_switch.py</extracomment>
        <translation>Aussagen und ihre Urheber werden ab jetzt vorgeschlagen.</translation>
    </message>
    <message>
        <source>Only names are suggested from now on. Claims that you decided on stay.</source>
        <extracomment>desktop/ui/flows/claims_switch.py</extracomment>
        <translation>Ab jetzt werden nur Namen vorgeschlagen. Aussagen, über die entschieden ist, bleiben.</translation>
    </message>
    <message>
        <source>Nothing is left to read: every article has its answer from {pipeline}.</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Nichts mehr zu lesen: Zu jedem Artikel liegt die Antwort von {pipeline} vor.</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>pre-highlighting paused, %Ln left|pre-highlighting paused, %Ln left</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>
            <numerusform>Vorauszeichnen angehalten, %Ln übrig</numerusform>
            <numerusform>Vorauszeichnen angehalten, %Ln übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>pre-highlighting paused</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Vorauszeichnen angehalten</translation>
    </message>
    <message>
        <source>pre-highlighting {done} of {total}, {pace}</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>vorausgezeichnet: {done} von {total}, {pace}</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>graphics processor</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Grafikprozessor</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion left|%n suggestions left</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>
            <numerusform>noch %n Vorschlag</numerusform>
            <numerusform>noch %n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>suggestions hidden here</source>
        <extracomment>desktop/ui/prelabelling.py</extracomment>
        <translation>Vorschläge hier verborgen</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>Pressmark projects</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Pressmark-Projekte</translation>
    </message>
    <message>
        <source>All that can be read</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Alles Lesbare</translation>
    </message>
    <message>
        <source>Plain text</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Tables</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>All files</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open project</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Import files</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Import folder</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Ordner importieren</translation>
    </message>
    <message numerus="yes">
        <source>With %Ln span.|With %Ln spans.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>Mit %Ln Markierung.</numerusform>
            <numerusform>Mit %Ln Markierungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those of {people} stay under their names: exports have them, the window yours.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Die von {people} stehen unter deren Namen: Exporte enthalten sie, das Fenster zeigt die eigenen.</translation>
    </message>
    <message>
        <source>{articles} and {spans} written to {place}.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>{articles} und {spans} geschrieben: {place}</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Annotations made elsewhere</source>
        <extracomment>desktop/ui/dialogs/ask.py</extracomment>
        <translation>Anderswo gemachte Auszeichnungen</translation>
    </message>
    <message>
        <source>New project</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>news-claims 1.0 (claims, actors, locations)</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>news-claims 1.0 (Aussagen, Akteure, Orte)</translation>
    </message>
    <message>
        <source>Label schema</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Etikettenschema</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>&amp;Project file</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>&amp;Projektdatei</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Label schema</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>&amp;Etikettenschema</translation>
    </message>
    <message>
        <source>Label schemas</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Etikettenschemata</translation>
    </message>
    <message>
        <source>A project needs a file.</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Ein Projekt braucht eine Datei.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Say whose work it is: a name is kept with every span.</source>
        <extracomment>desktop/ui/dialogs/new_project.py</extracomment>
        <translation>Wessen Arbeit ist es? Der Name steht bei jeder Markierung.</translation>
    </message>
    <message>
        <source>Open or make a project first; then drop the files again.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>Erst ein Projekt öffnen oder anlegen; dann die Dateien noch einmal ablegen.</translation>
    </message>
    <message>
        <source>An import or export is running. Drop the files again when it has ended.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>Ein Import oder Export läuft. Die Dateien danach noch einmal ablegen.</translation>
    </message>
    <message>
        <source>{file} is not a label schema: {finding}</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>{file} ist kein Etikettenschema: {finding}</translation>
    </message>
    <message numerus="yes">
        <source>%n more finding.|%n more findings.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>
            <numerusform>%n weiterer Befund.</numerusform>
            <numerusform>%n weitere Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>desktop/ui/handlers.py</extracomment>
        <translation>{file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Auszeichnungen importieren</translation>
    </message>
    <message>
        <source>{articles} with annotations by {annotators}. What does each of them become?</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>{articles} mit Auszeichnungen von {annotators}. Was wird aus jeder?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotator|%Ln annotators</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in the source</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Was die Quelle enthält</translation>
    </message>
    <message>
        <source>In the source</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>In der Quelle</translation>
    </message>
    <message>
        <source>Count</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Examples</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>becomes</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>wird zu</translation>
    </message>
    <message>
        <source>Values</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Werte</translation>
    </message>
    <message>
        <source>&amp;Load…</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>&amp;Laden …</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Mapping</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name to keep the mapping under</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Name, unter dem die Zuordnung gemerkt wird</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Me&amp;rken</translation>
    </message>
    <message>
        <source>Keeps what is chosen under this name for the next import</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Merkt die Auswahl unter diesem Namen für den nächsten Import</translation>
    </message>
    <message>
        <source>&amp;Mapping</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Zu&amp;ordnung</translation>
    </message>
    <message>
        <source>&amp;Create what the project lacks</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>&amp;Anlegen, was dem Projekt fehlt</translation>
    </message>
    <message>
        <source>{name} becomes</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>{name} wird zu</translation>
    </message>
    <message>
        <source>Values…</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Werte…</translation>
    </message>
    <message>
        <source>Values of {name}</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Werte von {name}</translation>
    </message>
    <message>
        <source>{kept} of {all} spans are taken over.</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>{kept} von {all} Markierungen werden übernommen.</translation>
    </message>
    <message>
        <source>The project gets: {names}.</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Das Projekt erhält: {names}.</translation>
    </message>
    <message>
        <source>As proposed by the names</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Nach den Namen vorgeschlagen</translation>
    </message>
    <message>
        <source>Kept as “{name}” for the next import.</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Als „{name}“ für den nächsten Import gemerkt.</translation>
    </message>
    <message>
        <source>Load a mapping</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Zuordnung laden</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Zuordnung sichern</translation>
    </message>
    <message>
        <source>Mappings</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>link {name}</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Verknüpfung {name}</translation>
    </message>
    <message>
        <source>event {name}</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Ereignis {name}</translation>
    </message>
    <message>
        <source>Format of the files</source>
        <extracomment>desktop/ui/mapping/format_dialog.py</extracomment>
        <translation>Format der Dateien</translation>
    </message>
    <message>
        <source>As each file tells</source>
        <extracomment>desktop/ui/mapping/format_dialog.py</extracomment>
        <translation>Wie jede Datei es verrät</translation>
    </message>
    <message numerus="yes">
        <source>What is this file?|What are these %Ln files?</source>
        <extracomment>desktop/ui/mapping/format_dialog.py</extracomment>
        <translation>
            <numerusform>Was ist diese Datei?</numerusform>
            <numerusform>Was sind diese %Ln Dateien?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <extracomment>desktop/ui/mapping/format_dialog.py</extracomment>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Values in the source</source>
        <extracomment>desktop/ui/mapping/values.py</extracomment>
        <translation>Werte in der Quelle</translation>
    </message>
    <message>
        <source>Choose a value of the project, or write another one. Empty: as it is.</source>
        <extracomment>desktop/ui/mapping/values.py</extracomment>
        <translation>Einen Wert des Projekts wählen oder einen anderen schreiben. Leer: wie er ist.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Export läuft…</translation>
    </message>
    <message numerus="yes">
        <source>Looking at annotations: %Ln record|Looking at annotations: %Ln records</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>Auszeichnungen werden angesehen: %Ln Datensatz</numerusform>
            <numerusform>Auszeichnungen werden angesehen: %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing: %Ln record|Importing: %Ln records</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>Import: %Ln Datensatz</numerusform>
            <numerusform>Import: %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing for the split: {done} of {total}</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Vergleich für die Aufteilung: {done} von {total}</translation>
    </message>
    <message>
        <source>Reading for the split: {done} of {total}</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Lesen für die Aufteilung: {done} von {total}</translation>
    </message>
    <message>
        <source>Reading back: {done} of {total}</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Rücklesen: {done} von {total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Export: {done} von {total}</translation>
    </message>
    <message>
        <source>{keys} stops it</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>{keys} hält an</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article imported|%Ln articles imported</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel importiert</numerusform>
            <numerusform>%Ln Artikel importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there|%Ln already there</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln schon vorhanden</numerusform>
            <numerusform>%Ln schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln got annotations|%Ln got annotations</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln mit Annotationen ergänzt</numerusform>
            <numerusform>%Ln mit Annotationen ergänzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out|%Ln left out</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Der Import wurde angehalten.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem.|%Ln problems.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln Problem.</numerusform>
            <numerusform>%Ln Probleme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article|%Ln articles</source>
        <extracomment>desktop/ui/mapping/dialog.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span|%Ln spans</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span could not be written as it is.|%Ln spans could not be written as they are.</source>
        <extracomment>desktop/ui/tasks.py</extracomment>
        <translation>
            <numerusform>%Ln Markierung ließ sich nicht schreiben, wie sie ist.</numerusform>
            <numerusform>%Ln Markierungen ließen sich nicht schreiben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Meta</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Return</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Return</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Tab</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Backspace</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>End</translation>
    </message>
    <message>
        <source>PgUp</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>PgDown</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Left</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Right</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>As imported</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Wie eingelesen</translation>
    </message>
    <message>
        <source>As &amp;imported</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Wie &amp;eingelesen</translation>
    </message>
    <message>
        <source>By title</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>By &amp;title</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Nach &amp;Titel</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>&amp;Älteste zuerst</translation>
    </message>
    <message>
        <source>By publisher</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Nach Verlag</translation>
    </message>
    <message>
        <source>By &amp;publisher</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Nach &amp;Verlag</translation>
    </message>
    <message>
        <source>Begun first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Begonnene zuerst</translation>
    </message>
    <message>
        <source>&amp;Begun first, done last</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>&amp;Begonnene zuerst, fertige zuletzt</translation>
    </message>
    <message>
        <source>Most suggested</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Meiste Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Most open suggestions first</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>&amp;Meiste offene Vorschläge zuerst</translation>
    </message>
    <message>
        <source>All articles</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Filter: {name}</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Filter: {name}</translation>
    </message>
    <message>
        <source>Order: {name}</source>
        <extracomment>desktop/ui/queue/bar.py</extracomment>
        <translation>Reihenfolge: {name}</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name to save the filter under</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Name, unter dem der Filter gespeichert wird</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>in the title only</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>nur im Titel</translation>
    </message>
    <message>
        <source>with open suggestions</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>mit offenen Vorschlägen</translation>
    </message>
    <message>
        <source>Articles from</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Artikel ab</translation>
    </message>
    <message>
        <source>Articles until</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Artikel bis</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Has spans of</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Mit Markierungen</translation>
    </message>
    <message>
        <source>Worked on by</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>From – to</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>Status and spans are your own unless annotators are chosen.</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Status und Markierungen sind die eigenen, wenn keine Person gewählt ist.</translation>
    </message>
    <message>
        <source>What to list</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>Als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Renamed to “{name}”.</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>In „{name}“ umbenannt.</translation>
    </message>
    <message>
        <source>“{name}” is deleted; Save brings it back.</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>„{name}“ ist gelöscht; Speichern bringt ihn zurück.</translation>
    </message>
    <message>
        <source>{some} of {all} articles</source>
        <extracomment>desktop/ui/queue/filter_dialog.py</extracomment>
        <translation>{some} von {all} Artikeln</translation>
    </message>
    <message>
        <source>No article passes the filter.

All of them, or another filter: Ctrl Shift L.</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>Kein Artikel passt zum Filter.

Alle oder ein anderer Filter: Ctrl Shift L.</translation>
    </message>
    <message>
        <source>&amp;All articles</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>&amp;Alle Artikel</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>&amp;Filter…</translation>
    </message>
    <message>
        <source>To do</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Flagged</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Articles</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Search articles</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Articles done</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Fertige Artikel</translation>
    </message>
    <message>
        <source>Show only: {status}</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Nur zeigen: {status}</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln article|Search %Ln articles</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel durchsuchen</numerusform>
            <numerusform>%Ln Artikel durchsuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <extracomment>desktop/ui/queue/panel.py</extracomment>
        <translation>{done} von {total} fertig</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{typeface} (comes with Pressmark)</source>
        <extracomment>desktop/ui/settings_dialog/controls.py</extracomment>
        <translation>{typeface} (mitgeliefert)</translation>
    </message>
    <message>
        <source>{typeface} (not on this machine)</source>
        <extracomment>desktop/ui/settings_dialog/controls.py</extracomment>
        <translation>{typeface} (nicht auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Auf Vorgaben</translation>
    </message>
    <message>
        <source>Take back changes</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Restart now</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Restart Pressmark now; everything is saved</source>
        <extracomment>desktop/ui/settings_dialog/dialog.py</extracomment>
        <translation>Pressmark jetzt neu starten; alles ist gespeichert</translation>
    </message>
    <message>
        <source>Sample of the article&apos;s text</source>
        <extracomment>desktop/ui/settings_dialog/sample.py</extracomment>
        <translation>Probe des Artikeltextes</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>● Saved</source>
        <extracomment>desktop/ui/status_line.py</extracomment>
        <translation>● Gespeichert</translation>
    </message>
    <message>
        <source>▲ Not saved: {reason}</source>
        <extracomment>desktop/ui/status_line.py</extracomment>
        <translation>▲ Nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>{time} on this article</source>
        <extracomment>desktop/ui/status_line.py</extracomment>
        <translation>{time} für diesen Artikel</translation>
    </message>
    <message>
        <source>{time} on this article, paused</source>
        <extracomment>desktop/ui/status_line.py</extracomment>
        <translation>{time} für diesen Artikel, angehalten</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Details</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What the system says about the crash:</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Was das System zum Absturz sagt:</translation>
    </message>
    <message>
        <source>Pressmark crashed the last time. What had been saved is there.</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Pressmark ist das letzte Mal abgestürzt. Was gespeichert war, ist da.</translation>
    </message>
    <message>
        <source>Something went wrong that Pressmark did not expect. All that was shown as saved is in the file.</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Etwas ist schiefgegangen, womit Pressmark nicht gerechnet hat. Was als gespeichert angezeigt war, steht in der Datei.</translation>
    </message>
    <message>
        <source>Pressmark has to close</source>
        <extracomment>desktop/app.py</extracomment>
        <translation>Pressmark muss schließen</translation>
    </message>
    <message>
        <source>Desktop annotation of news corpora: claims, actors and locations.</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Annotation von Nachrichtenkorpora am Schreibtisch: Aussagen, Akteure und Orte.</translation>
    </message>
    <message>
        <source>Everything stays on this machine.</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Pressmark is free software under the MIT licence. It is set in Inter and Noto Serif (SIL Open Font License 1.1) and built on Qt for Python (LGPL 3), spaCy (MIT) and SQLite (public domain).</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Pressmark ist freie Software unter der MIT-Lizenz, gesetzt in Inter und Noto Serif (SIL Open Font License 1.1), gebaut auf Qt for Python (LGPL 3), spaCy (MIT) und SQLite (gemeinfrei).</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>from a checkout</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>aus einem Checkout</translation>
    </message>
    <message>
        <source>About Pressmark</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Über Pressmark</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>desktop/ui/dialogs/text.py</extracomment>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <extracomment>desktop/ui/flows/beside.py</extracomment>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <extracomment>desktop/ui/flows/beside.py</extracomment>
        <translation>Wiederherstellen: {step}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <extracomment>desktop/ui/flows/occurrences.py</extracomment>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>desktop/ui/notices.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <extracomment>desktop/ui/notices.py</extracomment>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>(%n time)|(%n times)</source>
        <extracomment>desktop/ui/notices.py</extracomment>
        <translation>
            <numerusform>(%n-mal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>This article is gone.</source>
        <extracomment>desktop/ui/queue/delegate.py</extracomment>
        <translation>Diesen Artikel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Main menu (F10)</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Hauptmenü (F10)</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <extracomment>desktop/ui/toolbar.py</extracomment>
        <translation>Angemeldet als {name}</translation>
    </message>
    <message>
        <source>Tag claims, actors and locations in news articles, with the keyboard, on your own machine.</source>
        <extracomment>desktop/ui/welcome.py</extracomment>
        <translation>Aussagen, Akteure und Orte in Nachrichtenartikeln auszeichnen: mit der Tastatur, auf dem eigenen Rechner.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <extracomment>desktop/ui/welcome.py</extracomment>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>The articles of a project are listed here.</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Hier stehen die Artikel eines Projekts.</translation>
    </message>
    <message>
        <source>No articles yet.

Import some: Ctrl I, or drop files on this window.</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>Noch keine Artikel.

Importieren: Ctrl I, oder Dateien auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>No article with “{words}”.</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>Kein Artikel mit „{words}“.</translation>
    </message>
    <message>
        <source>No article has this status.</source>
        <extracomment>desktop/ui/queue/listing.py</extracomment>
        <translation>Kein Artikel hat diesen Stand.</translation>
    </message>
    <message>
        <source>No article is open</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Kein Artikel offen</translation>
    </message>
    <message>
        <source>Choose one on the left.</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Links einen wählen.</translation>
    </message>
    <message>
        <source>Import text files, tables (CSV, TSV) or JSON Lines. Each text stays as it is.</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Textdateien, Tabellen (CSV, TSV) oder JSON Lines importieren. Jeder Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>This project has no articles yet</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Dieses Projekt hat noch keine Artikel</translation>
    </message>
    <message>
        <source>The settings could not be written: {reason}.</source>
        <extracomment>desktop/ui/workbench.py</extracomment>
        <translation>Die Einstellungen ließen sich nicht schreiben: {reason}.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{words} or {last}</source>
        <extracomment>desktop/ui/translation.py</extracomment>
        <translation>{words} oder {last}</translation>
    </message>
</context>
</TS>
