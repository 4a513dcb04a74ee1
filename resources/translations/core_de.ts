<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Evaluation</name>
    <message>
        <source>“{annotator}” has annotated nothing in this project.</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>„{annotator}“ hat in diesem Projekt nichts ausgezeichnet.</translation>
    </message>
    <message>
        <source>Those who have: {names}.</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>Ausgezeichnet haben: {names}.</translation>
    </message>
    <message>
        <source>Nobody has yet.</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <source>“{annotator}” has finished no article without seeing suggestions yet.</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>„{annotator}“ hat noch keinen Artikel ohne sichtbare Vorschläge abgeschlossen.</translation>
    </message>
    <message>
        <source>“{annotator}” has finished no article yet.</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>„{annotator}“ hat noch keinen Artikel abgeschlossen.</translation>
    </message>
    <message>
        <source>Articles count once their status is done (Ctrl+Enter).</source>
        <extracomment>desktop/core/pipeline_evaluation.py</extracomment>
        <translation>Artikel zählen, sobald ihr Stand „fertig“ ist (Ctrl+Enter).</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Pressmark records (JSON Lines)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Pressmark-Datensätze (JSON Lines)</translation>
    </message>
    <message>
        <source>Rows of spans (JSON Lines)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Zeilen von Markierungen (JSON Lines)</translation>
    </message>
    <message>
        <source>Claims with context (JSON Lines)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Aussagen mit Umgebung (JSON Lines)</translation>
    </message>
    <message>
        <source>Tables for R and pandas (CSV)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Tabellen für R und pandas (CSV)</translation>
    </message>
    <message>
        <source>Places on a map (GeoJSON)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Orte auf der Karte (GeoJSON)</translation>
    </message>
    <message>
        <source>A span that is no claim and that no claim is linked to is not in it.</source>
        <extracomment>desktop/core/exporters/claims.py</extracomment>
        <translation>Eine Markierung, die weder Aussage noch mit einer verknüpft ist, fehlt darin.</translation>
    </message>
    <message>
        <source>The text of the articles is not in it, only the sentences of the claims.</source>
        <extracomment>desktop/core/exporters/claims.py</extracomment>
        <translation>Der Text der Artikel ist nicht darin, nur die Sätze der Aussagen.</translation>
    </message>
    <message>
        <source>It gave an unexpected answer ({answer}).</source>
        <extracomment>desktop/core/exporters/docbin.py</extracomment>
        <translation>Er gab eine unerwartete Antwort ({answer}).</translation>
    </message>
    <message>
        <source>The worker process could not write the files: {reason}</source>
        <extracomment>desktop/core/exporters/docbin.py</extracomment>
        <translation>Der Arbeitsprozess konnte die Dateien nicht schreiben: {reason}</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <extracomment>desktop/core/exporters/docbin.py</extracomment>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Article {article}: span {span} ends at {end}, after the end of the text ({length}).</source>
        <extracomment>desktop/core/exporters/job.py</extracomment>
        <translation>Artikel {article}: Die Markierung {span} endet bei {end}, hinter dem Ende des Textes ({length}).</translation>
    </message>
    <message>
        <source>Nothing was written. Run the project check, and restore the project from a backup.</source>
        <extracomment>desktop/core/exporters/job.py</extracomment>
        <translation>Es wurde nichts geschrieben. Das Projekt prüfen lassen und aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>There is no format “{format}” to export.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Ein Exportformat „{format}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Discourse network (GraphML)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Diskursnetzwerk (GraphML)</translation>
    </message>
    <message>
        <source>Discourse network (CSV)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Diskursnetzwerk (CSV)</translation>
    </message>
    <message>
        <source>Hugging Face dataset (Parquet)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>Hugging-Face-Datensatz (Parquet)</translation>
    </message>
    <message>
        <source>UIMA CAS, XMI (INCEpTION)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>UIMA CAS, XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>UIMA CAS, JSON (INCEpTION)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>UIMA CAS, JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>REFI-QDA project (MAXQDA, NVivo, ATLAS.ti, QualCoder)</source>
        <extracomment>desktop/core/exporters/__init__.py</extracomment>
        <translation>REFI-QDA-Projekt (MAXQDA, NVivo, ATLAS.ti, QualCoder)</translation>
    </message>
    <message>
        <source>brat has no place for a span of nothing but line ends.</source>
        <extracomment>desktop/core/exporters/brat.py</extracomment>
        <translation>brat hat keinen Platz für eine Markierung nur aus Zeilenenden.</translation>
    </message>
    <message>
        <source>Characters that XML cannot hold are written as “�”.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Zeichen, die XML nicht fassen kann, werden als „�“ geschrieben.</translation>
    </message>
    <message>
        <source>This format needs the package {package}.</source>
        <extracomment>desktop/core/exporters/cas_types.py</extracomment>
        <translation>Dieses Format braucht das Paket {package}.</translation>
    </message>
    <message>
        <source>A relation that neither begins nor ends at a claim is not in it.</source>
        <extracomment>desktop/core/exporters/claims.py</extracomment>
        <translation>Eine Beziehung, die weder an einer Aussage beginnt noch endet, ist nicht enthalten.</translation>
    </message>
    <message>
        <source>What its file said of its tokens does not fit the text any more: it is not written.</source>
        <extracomment>desktop/core/exporters/conllu.py</extracomment>
        <translation>Was die Datei über die Wörter sagte, passt nicht mehr zum Text: Es wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>A span goes over sentences of its file: they are one here, with the first one’s comments.</source>
        <extracomment>desktop/core/exporters/conllu.py</extracomment>
        <translation>Eine Markierung geht über Sätze der Datei: Sie sind hier einer, mit den Kommentaren des ersten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article was compared.|%Ln articles were compared.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel wurde verglichen.</numerusform>
            <numerusform>%Ln Artikel wurden verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equal texts: %Ln article has one in another part.|Equal texts: %Ln articles have one in another part.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>
            <numerusform>Gleiche Texte: %Ln Artikel hat einen in einem anderen Teil.</numerusform>
            <numerusform>Gleiche Texte: %Ln Artikel haben einen in einem anderen Teil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Near-duplicates (runs of five words, Jaccard from 0.8): %Ln article has one in another part.|Near-duplicates (runs of five words, Jaccard from 0.8): %Ln articles have one in another part.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>
            <numerusform>Fast gleiche Texte (Folgen von fünf Wörtern, Jaccard ab 0,8): %Ln Artikel hat einen in einem anderen Teil.</numerusform>
            <numerusform>Fast gleiche Texte (Folgen von fünf Wörtern, Jaccard ab 0,8): %Ln Artikel haben einen in einem anderen Teil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article has a date that does not say when (2024-05-31 would): it counts as undated.|%Ln articles have dates that do not say when (2024-05-31 would): they count as undated.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel hat ein Datum, das nicht sagt, wann (2024-05-31 täte es): Er gilt als undatiert.</numerusform>
            <numerusform>%Ln Artikel haben ein Datum, das nicht sagt, wann (2024-05-31 täte es): Sie gelten als undatiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article fell into {part}: there are too few for its share.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>In {part} fiel kein Artikel: Für diesen Anteil sind es zu wenige.</translation>
    </message>
    <message>
        <source>Publishers: none of {all} is in two parts.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Verlage: Keiner von {all} ist in zwei Teilen.</translation>
    </message>
    <message>
        <source>Publishers: {shared} of {all} are in two parts or more ({names}).</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Verlage: {shared} von {all} sind in zwei Teilen oder mehr ({names}).</translation>
    </message>
    <message>
        <source>Dates of {part}: {first} to {last}.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Zeit von {part}: {first} bis {last}.</translation>
    </message>
    <message>
        <source>No part begins before the one before it has ended.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Kein Teil beginnt, bevor der vorige geendet hat.</translation>
    </message>
    <message>
        <source>The parts overlap in time.</source>
        <extracomment>desktop/core/exporters/division.py</extracomment>
        <translation>Die Teile überschneiden sich in der Zeit.</translation>
    </message>
    <message>
        <source>Of spans that overlap only one is an entity; all are in the span group.</source>
        <extracomment>desktop/core/exporters/docbin.py</extracomment>
        <translation>Von Markierungen, die sich überlappen, ist nur eine Entität; in der Span-Gruppe sind alle.</translation>
    </message>
    <message>
        <source>It was changed since its import: it is not written in the groups that it came from.</source>
        <extracomment>desktop/core/exporters/docbin.py</extracomment>
        <translation>Sie wurde seit dem Import geändert: In die Gruppen, aus denen sie kam, wird sie nicht geschrieben.</translation>
    </message>
    <message>
        <source>The formats are: {formats}.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Die Formate sind: {formats}.</translation>
    </message>
    <message>
        <source>The format “{format}” holds labels only: a suggestion is none before a person accepts it.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Das Format „{format}“ enthält nur Etiketten: Ein Vorschlag ist erst eines, wenn ihn jemand annimmt.</translation>
    </message>
    <message>
        <source>Leave out the suggestions, or export in the format “pressmark”.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Die Vorschläge weglassen oder im Format „pressmark“ exportieren.</translation>
    </message>
    <message>
        <source>“{name}” is not a name for an export.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>„{name}“ ist kein Name für einen Export.</translation>
    </message>
    <message>
        <source>Name a file or a new folder.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Eine Datei oder einen neuen Ordner nennen.</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>{path} ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>{path} is a file.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>{path} ist eine Datei.</translation>
    </message>
    <message>
        <source>A folder is written here: name another one.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Hier wird ein Ordner geschrieben: Bitte einen anderen nennen.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a file in it, such as {example}.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Eine Datei darin nennen, etwa {example}.</translation>
    </message>
    <message>
        <source>{name} is a name for a project.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>{name} ist ein Name für ein Projekt.</translation>
    </message>
    <message>
        <source>Let the name end in .jsonl.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Der Name soll auf .jsonl enden.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Den Ordner {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Erst anlegen.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>{path} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <extracomment>desktop/core/exporters/door.py</extracomment>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Article {article}: the spans {first} ({a}) and {second} ({b}) overlap.</source>
        <extracomment>desktop/core/exporters/flatten.py</extracomment>
        <translation>Artikel {article}: Die Markierungen {first} ({a}) und {second} ({b}) überschneiden sich.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose which span is kept, or a format that holds both.</source>
        <extracomment>desktop/core/exporters/flatten.py</extracomment>
        <translation>Es wurde nichts geschrieben. Wählen, welche Markierung bleibt, oder ein Format, das beide aufnimmt.</translation>
    </message>
    <message>
        <source>A span of a label without latitude and longitude is not in it.</source>
        <extracomment>desktop/core/exporters/geojson.py</extracomment>
        <translation>Eine Markierung mit einem Etikett ohne Breite und Länge ist nicht darin.</translation>
    </message>
    <message>
        <source>Of relations only those that end at a place are in it, without their attributes.</source>
        <extracomment>desktop/core/exporters/geojson.py</extracomment>
        <translation>Von den Beziehungen sind nur die enthalten, die an einem Ort enden, ohne ihre Attribute.</translation>
    </message>
    <message>
        <source>The text of the articles is not in it.</source>
        <extracomment>desktop/core/exporters/geojson.py</extracomment>
        <translation>Der Text der Artikel ist nicht darin.</translation>
    </message>
    <message>
        <source>It would be taken for part of it: name a new folder, or delete those files first. What was exported with a dataset card is known, and replaced without a question.</source>
        <extracomment>desktop/core/exporters/leftovers.py</extracomment>
        <translation>Sie würden für einen Teil davon gehalten: Einen neuen Ordner nennen oder diese Dateien vorher löschen. Was mit einer Datensatzkarte exportiert wurde, ist bekannt und wird ohne Rückfrage ersetzt.</translation>
    </message>
    <message>
        <source>Where each span came from (pipeline, score, times) is shortened to its kind.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Woher eine Markierung kam (Pipeline, Wert, Zeiten), ist auf ihre Art gekürzt.</translation>
    </message>
    <message>
        <source>Parquet needs the package pyarrow, which is not installed.</source>
        <extracomment>desktop/core/exporters/hugging_face.py</extracomment>
        <translation>Parquet braucht das Paket pyarrow, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it with {command}.</source>
        <extracomment>desktop/core/exporters/cas_types.py</extracomment>
        <translation>Zu installieren mit {command}.</translation>
    </message>
    <message>
        <source>An article without spans has no row.</source>
        <extracomment>desktop/core/exporters/jsonl_flat.py</extracomment>
        <translation>Ein Artikel ohne Markierungen hat keine Zeile.</translation>
    </message>
    <message>
        <source>The text of the articles is not in it, only that under the spans.</source>
        <extracomment>desktop/core/exporters/jsonl_flat.py</extracomment>
        <translation>Der Text der Artikel ist nicht darin, nur der unter den Markierungen.</translation>
    </message>
    <message>
        <source>Attributes of relations are not in it.</source>
        <extracomment>desktop/core/exporters/refi_qda.py</extracomment>
        <translation>Attribute von Beziehungen stehen nicht darin.</translation>
    </message>
    <message>
        <source>The label schema no longer has this attribute; its value is not written.</source>
        <extracomment>desktop/core/exporters/label_studio.py</extracomment>
        <translation>Das Etikettenschema hat dieses Attribut nicht mehr; sein Wert wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>Who annotated is not in it: the spans of all annotators are put together, equal ones once.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Wer ausgezeichnet hat, steht nicht darin: Die Markierungen aller werden zusammengelegt, gleiche nur einmal.</translation>
    </message>
    <message>
        <source>Attributes and notes of spans are not in it.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Attribute und Notizen von Markierungen stehen nicht darin.</translation>
    </message>
    <message>
        <source>Relations are not in it.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Beziehungen stehen nicht darin.</translation>
    </message>
    <message>
        <source>Of spans that overlap one is left out.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Von Markierungen, die sich überschneiden, entfällt eine.</translation>
    </message>
    <message>
        <source>How and when a span was made is not in it.</source>
        <extracomment>desktop/core/exporters/brat.py</extracomment>
        <translation>Wie und wann eine Markierung entstand, steht nicht darin.</translation>
    </message>
    <message>
        <source>How far an annotator is with an article is not in it, nor what is said of the whole article.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Wie weit jemand mit einem Artikel ist, steht nicht darin, auch nicht, was über den ganzen Artikel gesagt ist.</translation>
    </message>
    <message>
        <source>Of an article only the text is in it.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Von einem Artikel steht nur der Text darin.</translation>
    </message>
    <message>
        <source>Borders inside of words are moved, and white space at the ends of spans is left off.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Grenzen in Wörtern werden verschoben, Leerraum an den Enden von Markierungen entfällt.</translation>
    </message>
    <message>
        <source>What is said of a whole article, and further fields of its source, are not in it.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Was über einen ganzen Artikel gesagt ist, und weitere Felder seiner Quelle sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Of an article little more than title, publisher and date is in it.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Von einem Artikel sind kaum mehr als Titel, Herausgeber und Datum enthalten.</translation>
    </message>
    <message>
        <source>A relation has an end that is not written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Ein Ende einer Beziehung wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>The parts of a span become spans of their own.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Die Teile einer Markierung werden eigene Markierungen.</translation>
    </message>
    <message>
        <source>An equal span of another annotator is written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Eine gleiche Markierung von jemand anderem wird geschrieben.</translation>
    </message>
    <message>
        <source>Its attributes or its note are not written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Ihre Attribute oder ihre Notiz werden nicht geschrieben.</translation>
    </message>
    <message>
        <source>A relation is not written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Eine Beziehung wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>What an annotator says of the whole article is not written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Was über den ganzen Artikel gesagt ist, wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>It overlaps a span that is written.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Sie überschneidet sich mit einer Markierung, die geschrieben wird.</translation>
    </message>
    <message>
        <source>Its borders are not those of words: it was written with other ones.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Ihre Grenzen sind keine Wortgrenzen: Sie wurde mit anderen geschrieben.</translation>
    </message>
    <message>
        <source>It covers no whole word: it was left out.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Sie umfasst kein ganzes Wort und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Its parts are written as one, with what is between them.</source>
        <extracomment>desktop/core/exporters/cas.py</extracomment>
        <translation>Ihre Teile werden als einer geschrieben, mit dem, was dazwischen steht.</translation>
    </message>
    <message>
        <source>It has several parts and was left out.</source>
        <extracomment>desktop/core/exporters/cas.py</extracomment>
        <translation>Sie hat mehrere Teile und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>What its file said of its tokens is not written: one holds white space, or does not fit.</source>
        <extracomment>desktop/core/exporters/conll.py</extracomment>
        <translation>Was die Datei über die Wörter sagte, wird nicht geschrieben: Eines enthält Leerraum oder passt nicht.</translation>
    </message>
    <message>
        <source>Columns of its file are written with “_” for white space.</source>
        <extracomment>desktop/core/exporters/conll.py</extracomment>
        <translation>Spalten der Datei werden mit „_“ für Leerraum geschrieben.</translation>
    </message>
    <message>
        <source>Comments of its file are not written.</source>
        <extracomment>desktop/core/exporters/conll.py</extracomment>
        <translation>Kommentare der Datei werden nicht geschrieben.</translation>
    </message>
    <message>
        <source>Attributes of relations are for Pressmark alone: Label Studio drops them when a task is saved there.</source>
        <extracomment>desktop/core/exporters/label_studio.py</extracomment>
        <translation>Attribute von Beziehungen sind nur für Pressmark: Label Studio verwirft sie, wenn eine Aufgabe dort gespeichert wird.</translation>
    </message>
    <message>
        <source>{path} holds data that this export does not write: {names}.</source>
        <extracomment>desktop/core/exporters/leftovers.py</extracomment>
        <translation>{path} enthält Daten, die dieser Export nicht schreibt: {names}.</translation>
    </message>
    <message>
        <source>Its label is written with “_” for characters that a tag cannot hold.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Sein Etikett ist mit „_“ statt der Zeichen geschrieben, die in keiner Tag-Spalte stehen können.</translation>
    </message>
    <message>
        <source>Its parts are written as spans of their own.</source>
        <extracomment>desktop/core/exporters/merged.py</extracomment>
        <translation>Ihre Teile werden als eigene Markierungen geschrieben.</translation>
    </message>
    <message>
        <source>Only who says what about which category is in it: no text and no places.</source>
        <extracomment>desktop/core/exporters/networks.py</extracomment>
        <translation>Nur wer was über welche Kategorie sagt, ist darin: kein Text und keine Stellen.</translation>
    </message>
    <message>
        <source>The label schema has no claims with actors and categories, so there is no network.</source>
        <extracomment>desktop/core/exporters/networks.py</extracomment>
        <translation>Das Etikettenschema hat keine Aussagen mit Akteuren und Kategorien, also gibt es kein Netzwerk.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <extracomment>desktop/core/exporters/networks.py</extracomment>
        <translation>Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>GraphML needs the package networkx, which is not installed.</source>
        <extracomment>desktop/core/exporters/networks.py</extracomment>
        <translation>GraphML braucht das Paket networkx, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it with {command}, or export in the format “network”.</source>
        <extracomment>desktop/core/exporters/networks.py</extracomment>
        <translation>Mit {command} installieren oder im Format „network“ exportieren.</translation>
    </message>
    <message>
        <source>The project has no label {labels}.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>Das Projekt hat kein Etikett {labels}.</translation>
    </message>
    <message>
        <source>Its labels are: {labels}.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>Seine Etiketten sind: {labels}.</translation>
    </message>
    <message>
        <source>The project has no annotator {names}.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>Im Projekt hat {names} nichts ausgezeichnet.</translation>
    </message>
    <message>
        <source>Its annotators are: {names}.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>Ausgezeichnet haben: {names}.</translation>
    </message>
    <message>
        <source>“{date}” is not a date.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>„{date}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Give it as 2024, 2024-05 or 2024-05-31.</source>
        <extracomment>desktop/core/exporters/selection.py</extracomment>
        <translation>Möglich sind 2024, 2024-05 oder 2024-05-31.</translation>
    </message>
    <message>
        <source>The files in the format “{format}” do not hold what was written: {wrote} spans, {found} read.</source>
        <extracomment>desktop/core/exporters/self_check.py</extracomment>
        <translation>Die Dateien im Format „{format}“ enthalten nicht, was geschrieben wurde: {wrote} Markierungen, gelesen {found}.</translation>
    </message>
    <message>
        <source>The files in the format “{format}” do not hold what was written: of {wrote} spans, some differ.</source>
        <extracomment>desktop/core/exporters/self_check.py</extracomment>
        <translation>Die Dateien im Format „{format}“ enthalten nicht, was geschrieben wurde: Von {wrote} Markierungen weichen einige ab.</translation>
    </message>
    <message>
        <source>Nothing was replaced. This is a fault of Pressmark: please report it.</source>
        <extracomment>desktop/core/exporters/self_check.py</extracomment>
        <translation>Nichts wurde ersetzt. Das ist ein Fehler von Pressmark: bitte melden.</translation>
    </message>
    <message>
        <source>How a span came about (by hand, from a suggestion) is not in it.</source>
        <extracomment>desktop/core/exporters/refi_qda.py</extracomment>
        <translation>Wie eine Markierung entstand (von Hand, aus einem Vorschlag), steht nicht darin.</translation>
    </message>
    <message>
        <source>Its borders are moved: white space outside of tokens is not in this format.</source>
        <extracomment>desktop/core/exporters/webanno_tsv.py</extracomment>
        <translation>Ihre Grenzen sind verschoben: Leerraum außerhalb von Tokens kennt dieses Format nicht.</translation>
    </message>
    <message>
        <source>It covers nothing but white space and is left out.</source>
        <extracomment>desktop/core/exporters/webanno_tsv.py</extracomment>
        <translation>Sie umfasst nur Leerraum und fehlt.</translation>
    </message>
    <message>
        <source>White space at the ends of spans is not in it.</source>
        <extracomment>desktop/core/exporters/webanno_tsv.py</extracomment>
        <translation>Leerraum an den Enden von Markierungen steht nicht darin.</translation>
    </message>
    <message>
        <source>One of its ends is not written, nor is it.</source>
        <extracomment>desktop/core/exporters/cas.py</extracomment>
        <translation>Eines ihrer Enden wird nicht geschrieben, also auch sie nicht.</translation>
    </message>
    <message>
        <source>It was changed since its import: it is not written in the layer that it came from.</source>
        <extracomment>desktop/core/foreign/layers.py</extracomment>
        <translation>Seit dem Import geändert: nicht in der Schicht geschrieben, aus der sie kam.</translation>
    </message>
    <message>
        <source>Chains, slots and lists of other programs&apos; layers are in it as relations of our layer alone.</source>
        <extracomment>desktop/core/foreign/layers.py</extracomment>
        <translation>Ketten, Slots und Listen aus Schichten anderer Programme sind nur als Beziehungen unserer Schicht darin.</translation>
    </message>
    <message>
        <source>“{split}” is not a split.</source>
        <extracomment>desktop/core/split.py</extracomment>
        <translation>„{split}“ ist keine Aufteilung.</translation>
    </message>
    <message>
        <source>Give the shares of train, dev and test as numbers: 80/10/10, or 80/20 without test.</source>
        <extracomment>desktop/core/split.py</extracomment>
        <translation>Die Anteile von train, dev und test als Zahlen angeben: 80/10/10, oder 80/20 ohne test.</translation>
    </message>
    <message>
        <source>Article {article}: the text of span {span} ({start} to {end}) is not the one it was made for.</source>
        <extracomment>desktop/core/storage/export.py</extracomment>
        <translation>Artikel {article}: Der Text der Markierung {span} ({start} bis {end}) ist nicht der, für den sie gemacht wurde.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Note</source>
        <extracomment>annotation_schema/reserved.py</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Suggestions hidden</source>
        <extracomment>annotation_schema/reserved.py</extracomment>
        <translation>Vorschläge verborgen</translation>
    </message>
    <message>
        <source>The article: {problem}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Artikel: {problem}</translation>
    </message>
    <message>
        <source>{span} has the id of another span.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} hat die ID einer anderen Markierung.</translation>
    </message>
    <message>
        <source>{span} is tagged twice with the same label.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} ist zweimal mit demselben Etikett ausgezeichnet.</translation>
    </message>
    <message>
        <source>{span} has the label {label}, which the schema does not have.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} hat das Etikett {label}, das im Schema fehlt.</translation>
    </message>
    <message>
        <source>{span} covers no text.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} umfasst keinen Text.</translation>
    </message>
    <message numerus="yes">
        <source>{span} reaches outside the text: {start} to {end}, and the text has %n character.|{span} reaches outside the text: {start} to {end}, and the text has %n characters.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>
            <numerusform>{span} reicht über den Text hinaus: {start} bis {end}, der Text hat aber %n Zeichen.</numerusform>
            <numerusform>{span} reicht über den Text hinaus: {start} bis {end}, der Text hat aber %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{span} has a fragment ({start} to {end}) that does not lie after the one before it, with a gap.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} hat ein Fragment ({start} bis {end}), das nicht mit Abstand hinter dem vorigen liegt.</translation>
    </message>
    <message numerus="yes">
        <source>{span} has %n fragment, and {label} takes {most} at most.|{span} has %n fragments, and {label} takes {most} at most.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>
            <numerusform>{span} hat %n Fragment, {label} nimmt aber höchstens {most}.</numerusform>
            <numerusform>{span} hat %n Fragmente, {label} nimmt aber höchstens {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{span}: {problem}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span}: {problem}</translation>
    </message>
    <message>
        <source>{span} may not overlap {other}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} darf sich nicht mit {other} überschneiden.</translation>
    </message>
    <message>
        <source>The relation {relation} has the id of another relation.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} hat die ID einer anderen Beziehung.</translation>
    </message>
    <message>
        <source>The relation {relation} links the same two spans as another of its type.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} verknüpft dieselben zwei Markierungen wie eine andere ihres Typs.</translation>
    </message>
    <message>
        <source>The relation {relation} has a type that the schema does not have.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} hat einen Typ, der im Schema fehlt.</translation>
    </message>
    <message>
        <source>The relation {relation} is one too many: {relation} takes {most} for a span.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} ist eine zu viel: {relation} nimmt {most} je Markierung.</translation>
    </message>
    <message>
        <source>The relation {relation}: {problem}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation}: {problem}</translation>
    </message>
    <message>
        <source>The relation {relation} has a source that does not exist.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} hat einen Anfang, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The relation {relation} has a target that does not exist.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} hat ein Ziel, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The relation {relation} links a span to itself.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} verknüpft eine Markierung mit sich selbst.</translation>
    </message>
    <message>
        <source>The relation {relation} starts at {span}; it must start at {labels}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} beginnt bei {span}; sie muss bei {labels} beginnen.</translation>
    </message>
    <message>
        <source>The relation {relation} ends at {span}; it must end at {labels}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} endet bei {span}; sie muss bei {labels} enden.</translation>
    </message>
    <message>
        <source>The relation {relation} stands beside the value {value} of {span}, which says that there is none.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} steht neben dem Wert {value} von {span}, der sagt, dass es keine gibt.</translation>
    </message>
    <message>
        <source>The article needs a value for {attribute}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Der Artikel braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>{span} needs a value for {attribute}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>The relation {relation} needs a value for {attribute}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Die Beziehung {relation} braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>{span} needs the relation {relation}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} braucht die Beziehung {relation}.</translation>
    </message>
    <message>
        <source>the value {value}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>den Wert {value}</translation>
    </message>
    <message>
        <source>{span} needs the relation {relation} or {values}.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{span} braucht die Beziehung {relation} oder {values}.</translation>
    </message>
    <message>
        <source>the schema has no attribute {attribute} here.</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>Das Schema hat hier kein Attribut {attribute}.</translation>
    </message>
    <message>
        <source>{label} {text}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{label} {text}</translation>
    </message>
    <message>
        <source>{label} at {start} to {end}</source>
        <extracomment>annotation_schema/validation.py</extracomment>
        <translation>{label} bei {start} bis {end}</translation>
    </message>
    <message>
        <source>The file is damaged: {reason}.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Die Datei ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>Row {row} of the table {table} points to a row of {parent} that is not there.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Zeile {row} der Tabelle {table} verweist auf eine Zeile von {parent}, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The project holds {count} articles, but {noted} are noted.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Das Projekt enthält {count} Artikel, vermerkt sind aber {noted}.</translation>
    </message>
    <message>
        <source>The search index holds {indexed} articles of {count}.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Der Suchindex enthält {indexed} von {count} Artikeln.</translation>
    </message>
    <message>
        <source>The link {link} has an end in another article or of another annotator.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Die Verknüpfung {link} hat ein Ende in einem anderen Artikel oder bei einem anderen Annotator.</translation>
    </message>
    <message>
        <source>The suggestion {suggestion} was accepted as a span of another article or annotator.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Der Vorschlag {suggestion} wurde als Markierung eines anderen Artikels oder Annotators angenommen.</translation>
    </message>
    <message>
        <source>The article has no text.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Der Artikel hat keinen Text.</translation>
    </message>
    <message>
        <source>The article&apos;s text is not the one that was imported.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Der Text des Artikels ist nicht der importierte.</translation>
    </message>
    <message>
        <source>The span {span} ({start} to {end}) was made for another text than the article has there.</source>
        <extracomment>desktop/core/storage/checks.py</extracomment>
        <translation>Die Markierung {span} ({start} bis {end}) wurde für einen anderen Text gemacht, als im Artikel dort steht.</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>The span is no longer there.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Die Markierung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The label schema has no label {label}.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Das Etikettenschema hat kein Etikett {label}.</translation>
    </message>
    <message>
        <source>No text is selected.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Es ist kein Text ausgewählt.</translation>
    </message>
    <message>
        <source>Select some text first.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Erst Text auswählen.</translation>
    </message>
    <message>
        <source>The selection goes beyond the end of the article.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Die Auswahl reicht über das Ende des Artikels hinaus.</translation>
    </message>
    <message>
        <source>{text} is already tagged as {label}.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>{text} ist schon als {label} ausgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>A span of {label} has at most one part.|A span of {label} has at most %n parts.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>
            <numerusform>Eine Markierung {label} hat höchstens einen Teil.</numerusform>
            <numerusform>Eine Markierung {label} hat höchstens %n Teile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag the other part as a span of its own.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Den anderen Teil als eigene Markierung auszeichnen.</translation>
    </message>
    <message>
        <source>A span of {label} may not overlap {span}.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Eine Markierung {label} darf sich nicht mit {span} überschneiden.</translation>
    </message>
    <message>
        <source>This is not a part of the span.</source>
        <extracomment>desktop/core/gestures/common.py</extracomment>
        <translation>Das ist kein Teil der Markierung.</translation>
    </message>
    <message>
        <source>The label schema has no link {link}.</source>
        <extracomment>desktop/core/gestures/linked.py</extracomment>
        <translation>Das Etikettenschema hat keine Verknüpfung {link}.</translation>
    </message>
    <message>
        <source>Nothing was tagged yet that could be repeated.</source>
        <extracomment>desktop/core/gestures/memory.py</extracomment>
        <translation>Es wurde noch nichts ausgezeichnet, das sich wiederholen ließe.</translation>
    </message>
    <message>
        <source>Press the key of a label first.</source>
        <extracomment>desktop/core/gestures/memory.py</extracomment>
        <translation>Erst die Taste eines Etiketts drücken.</translation>
    </message>
    <message>
        <source>Joining takes two spans.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Zum Verbinden braucht es zwei Markierungen.</translation>
    </message>
    <message>
        <source>Choose another span of the same label.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Eine weitere Markierung desselben Etiketts wählen.</translation>
    </message>
    <message>
        <source>Only spans of one label can be joined.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Nur Markierungen mit demselben Etikett lassen sich verbinden.</translation>
    </message>
    <message>
        <source>Relabel one of them first.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Erst eine davon umetikettieren.</translation>
    </message>
    <message>
        <source>The span has only one part.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Die Markierung hat nur einen Teil.</translation>
    </message>
    <message>
        <source>Move its borders instead.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Stattdessen die Grenzen verschieben.</translation>
    </message>
    <message>
        <source>A span is split inside of it.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Geteilt wird eine Markierung in ihrem Inneren.</translation>
    </message>
    <message>
        <source>Put the caret between two of its words.</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Die Schreibmarke zwischen zwei ihrer Wörter setzen.</translation>
    </message>
    <message>
        <source>A span cannot be linked to itself.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>Eine Markierung lässt sich nicht mit sich selbst verknüpfen.</translation>
    </message>
    <message>
        <source>{link} starts at a span of {labels}, not of {label}.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} beginnt bei einer Markierung {labels}, nicht {label}.</translation>
    </message>
    <message>
        <source>{link} ends at a span of {labels}, not of {label}.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} endet bei einer Markierung {labels}, nicht {label}.</translation>
    </message>
    <message>
        <source>These two are already linked like this.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>Diese beiden sind schon so verknüpft.</translation>
    </message>
    <message>
        <source>{label} has at most {most} × {link}.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{label} hat höchstens {most} × {link}.</translation>
    </message>
    <message>
        <source>The link is no longer there.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>Die Verknüpfung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>{link} has no values that stand for a span.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} hat keine Werte, die für eine Markierung stehen.</translation>
    </message>
    <message>
        <source>{link} cannot be {value}.</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>The selection is already part of this span.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Die Auswahl gehört schon zu dieser Markierung.</translation>
    </message>
    <message>
        <source>This is the span&apos;s only part.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Das ist der einzige Teil der Markierung.</translation>
    </message>
    <message>
        <source>Delete the span instead.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Stattdessen die Markierung löschen.</translation>
    </message>
    <message>
        <source>The span already has these borders.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Die Markierung hat schon diese Grenzen.</translation>
    </message>
    <message>
        <source>This span is already a span of {label}.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Diese Markierung hat schon das Etikett {label}.</translation>
    </message>
    <message>
        <source>Spans of {label} have no attribute {attribute}.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Markierungen {label} haben kein Attribut {attribute}.</translation>
    </message>
    <message>
        <source>Articles have no attribute {attribute}.</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Artikel haben kein Attribut {attribute}.</translation>
    </message>
    <message>
        <source>The suggestion is no longer open.</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>Der Vorschlag ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>There are no open suggestions in this article.</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>In diesem Artikel gibt es keine offenen Vorschläge.</translation>
    </message>
    <message>
        <source>There are no open suggestions of {label} in this article.</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>In diesem Artikel gibt es keine offenen Vorschläge für {label}.</translation>
    </message>
    <message>
        <source>No open suggestion in this article has a score of {score:g} or more.</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>Kein offener Vorschlag in diesem Artikel hat einen Wert ab {score:g}.</translation>
    </message>
    <message>
        <source>A span of {label} has no {link}.</source>
        <extracomment>desktop/core/linking.py</extracomment>
        <translation>Zu einer Markierung {label} gibt es keine Verknüpfung {link}.</translation>
    </message>
    <message>
        <source>A span of several parts has no other occurrences.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Eine Markierung aus mehreren Teilen hat keine weiteren Vorkommen.</translation>
    </message>
    <message>
        <source>Choose a span of one part.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Eine Markierung aus einem Teil wählen.</translation>
    </message>
    <message>
        <source>The span covers only white space.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Die Markierung umfasst nur Leerraum.</translation>
    </message>
    <message>
        <source>There is no other occurrence to tag.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Es gibt kein weiteres Vorkommen zum Auszeichnen.</translation>
    </message>
    <message numerus="yes">
        <source>A span of {label} has at most %n part.|A span of {label} has at most %n parts.</source>
        <extracomment>desktop/core/step_rules.py</extracomment>
        <translation>
            <numerusform>Eine Markierung {label} hat höchstens %n Teil.</numerusform>
            <numerusform>Eine Markierung {label} hat höchstens %n Teile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The project has no label “{label}” (for “{type}”); such spans are left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>Das Projekt hat kein Etikett „{label}“ (für „{type}“); solche Markierungen werden ausgelassen.</translation>
    </message>
    <message>
        <source>{key} has {n} parts; {label} takes {most}. It is left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>{key} hat {n} Teile, {label} nimmt {most}; ausgelassen.</translation>
    </message>
    <message>
        <source>There is no attribute “{attribute}” for it; its values are left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>Dafür gibt es kein Attribut „{attribute}“; die Werte werden ausgelassen.</translation>
    </message>
    <message>
        <source>The project has no relation “{relation}”; such links are left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>Das Projekt hat keine Beziehung „{relation}“; solche Verknüpfungen werden ausgelassen.</translation>
    </message>
    <message>
        <source>{relation} does not lead from {source} to {target}; such links are left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>{relation} führt nicht von {source} zu {target}; solche Verknüpfungen werden ausgelassen.</translation>
    </message>
    <message>
        <source>{key}: {relation} takes {most} at most; a further one is left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>{key}: {relation} nimmt höchstens {most}; Weiteres wird ausgelassen.</translation>
    </message>
    <message>
        <source>{key}: {event} has no {role}; its links are left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>{key}: {event} hat keine Rolle {role}; die Verknüpfungen werden ausgelassen.</translation>
    </message>
    <message>
        <source>The mapping {path} cannot be read: {reason}.</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>Die Zuordnung {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>“format” is not “{format}”</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>„format“ ist nicht „{format}“</translation>
    </message>
    <message>
        <source>“missing” is neither “create” nor “leave”</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>„missing“ ist weder „create“ noch „leave“</translation>
    </message>
    <message>
        <source>The mapping {name} cannot be used: {what}.</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>Die Zuordnung {name} ist nicht zu gebrauchen: {what}.</translation>
    </message>
    <message>
        <source>Correct the file, or import without it: what is missing is then created.</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>Die Datei berichtigen oder ohne sie importieren: Was fehlt, wird dann angelegt.</translation>
    </message>
    <message>
        <source>“{key}” is not a JSON object</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>„{key}“ ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>“{key}” has no text “{field}”</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>„{key}“ hat keinen Text „{field}“</translation>
    </message>
    <message>
        <source>“{key}” has a value that is neither text nor number for “{attribute}”</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>„{key}“ hat für „{attribute}“ einen Wert, der weder Text noch Zahl ist</translation>
    </message>
    <message>
        <source>There is no format “{format}”.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Ein Format „{format}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The formats are: {formats}.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Die Formate sind: {formats}.</translation>
    </message>
    <message>
        <source>What was imported until then is in the project; the same import adds the rest.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Was bis dahin importiert wurde, ist im Projekt; derselbe Import ergänzt den Rest.</translation>
    </message>
    <message>
        <source>{key}: {relation} links the two already, with other values; it is left out.</source>
        <extracomment>desktop/core/foreign/apply.py</extracomment>
        <translation>{key}: {relation} verknüpft die beiden schon, mit anderen Werten; ausgelassen.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>The span of its {role}</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>Die Markierung zu {role}</translation>
    </message>
    <message>
        <source>The span of its trigger</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>Die Markierung des Auslösers</translation>
    </message>
    <message>
        <source>{relation}, the other way round</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>{relation}, umgekehrt</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>„{name}“ anlegen</translation>
    </message>
    <message numerus="yes">
        <source>{attribute}, %n value renamed|{attribute}, %n values renamed</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>
            <numerusform>{attribute}, %n Wert umbenannt</numerusform>
            <numerusform>{attribute}, %n Werte umbenannt</numerusform>
        </translation>
    </message>
    <message>
        <source>link {name}</source>
        <extracomment>desktop/core/foreign/choices.py</extracomment>
        <translation>Verknüpfung {name}</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>The mapping {path} could not be written: {reason}.</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>Die Zuordnung {path} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no number that JSON has</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>{name} ist keine Zahl, die JSON kennt</translation>
    </message>
    <message>
        <source>A mapping needs a name.</source>
        <extracomment>desktop/core/foreign/saved.py</extracomment>
        <translation>Eine Zuordnung braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give one with letters or digits.</source>
        <extracomment>desktop/core/foreign/saved.py</extracomment>
        <translation>Einen mit Buchstaben oder Ziffern angeben.</translation>
    </message>
    <message>
        <source>Its annotations of this text by {annotator} came from another file, and count; these do not.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Die Auszeichnungen dieses Texts von {annotator} kamen aus einer anderen Datei und gelten; diese nicht.</translation>
    </message>
    <message>
        <source>This is a project. Export it in the format “pressmark” and import that file.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Das ist ein Projekt. Im Format „pressmark“ exportieren und diese Datei importieren.</translation>
    </message>
    <message>
        <source>The kind of file is not known by its name (known: {kinds}); name its format to read it.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Die Art der Datei ist am Namen nicht zu erkennen (bekannt: {kinds}); zum Lesen das Format nennen.</translation>
    </message>
    <message>
        <source>Reading it failed unexpectedly ({kind}); the log file has the details.</source>
        <extracomment>desktop/core/importing.py</extracomment>
        <translation>Das Lesen schlug unerwartet fehl ({kind}); Näheres steht im Protokoll.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion of “{name}” does not fit the label schema.|%n suggestions of “{name}” do not fit the label schema.</source>
        <extracomment>desktop/core/prelabel/foreign.py</extracomment>
        <translation>
            <numerusform>%n Vorschlag von „{name}“ passt nicht zum Etikettenschema.</numerusform>
            <numerusform>%n Vorschläge von „{name}“ passen nicht zum Etikettenschema.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text (.txt) of this name for it.</source>
        <extracomment>desktop/core/readers/brat.py</extracomment>
        <translation>Dazu gibt es keinen Text (.txt) dieses Namens.</translation>
    </message>
    <message>
        <source>The text is not the one that was exported: it becomes another article.</source>
        <extracomment>desktop/core/readers/brat.py</extracomment>
        <translation>Der Text ist nicht der exportierte: Er wird ein anderer Artikel.</translation>
    </message>
    <message>
        <source>It points to {id}, which is not there; it is left out.</source>
        <extracomment>desktop/core/readers/brat.py</extracomment>
        <translation>Es verweist auf {id}, das es nicht gibt; es bleibt weg.</translation>
    </message>
    <message>
        <source>It is about {id}, which is not there; it is left out: {line}</source>
        <extracomment>desktop/core/readers/brat.py</extracomment>
        <translation>Es handelt von {id}, das es nicht gibt; es bleibt weg: {line}</translation>
    </message>
    <message>
        <source>The reference text runs over the end of the line; it was put together.</source>
        <extracomment>desktop/core/readers/brat_lines.py</extracomment>
        <translation>Der Bezugstext läuft über das Zeilenende; er wurde zusammengesetzt.</translation>
    </message>
    <message>
        <source>The id {id} is taken by line {line}; this line is left out.</source>
        <extracomment>desktop/core/readers/brat_lines.py</extracomment>
        <translation>Die Kennung {id} hat schon Zeile {line}; diese Zeile bleibt weg.</translation>
    </message>
    <message>
        <source>This line is none that brat writes: it is left out.</source>
        <extracomment>desktop/core/readers/brat_lines.py</extracomment>
        <translation>So eine Zeile schreibt brat nicht: Sie bleibt weg.</translation>
    </message>
    <message>
        <source>The reference text is not the text at {places}; it is left out.</source>
        <extracomment>desktop/core/readers/brat_lines.py</extracomment>
        <translation>Der Bezugstext ist nicht der Text bei {places}; er bleibt weg.</translation>
    </message>
    <message>
        <source>It is no CAS in JSON (“%FEATURE_STRUCTURES”).</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Das ist kein CAS in JSON („%FEATURE_STRUCTURES“).</translation>
    </message>
    <message>
        <source>No type system beside it has all its types: they are taken from the file, values as text.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Kein Typsystem daneben hat alle Typen: Sie werden der Datei entnommen, Werte als Text.</translation>
    </message>
    <message>
        <source>This format needs the package {package}: install it with {command}.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Dieses Format braucht das Paket {package}: zu installieren mit {command}.</translation>
    </message>
    <message>
        <source>It declares a document type, which no XMI needs.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Die Datei erklärt einen Dokumenttyp; XMI braucht keinen.</translation>
    </message>
    <message>
        <source>It is XML, but no XMI.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Das ist XML, aber kein XMI.</translation>
    </message>
    <message>
        <source>An annotation of the layer {layer} is not inside of the text.</source>
        <extracomment>desktop/core/readers/cas_annotations.py</extracomment>
        <translation>Eine Annotation der Ebene {layer} liegt nicht im Text.</translation>
    </message>
    <message>
        <source>No column holds tags (O, B-…, I-…).</source>
        <extracomment>desktop/core/readers/conll.py</extracomment>
        <translation>Keine Spalte enthält Etiketten (O, B-…, I-…).</translation>
    </message>
    <message>
        <source>“{line}” has no tag; its token has no label.</source>
        <extracomment>desktop/core/readers/conll.py</extracomment>
        <translation>„{line}“ hat kein Etikett; das Token bleibt ohne.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <extracomment>desktop/core/readers/conll.py</extracomment>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>“{line}” has no word; its label is left out.</source>
        <extracomment>desktop/core/readers/conll.py</extracomment>
        <translation>„{line}“ hat kein Wort; das Etikett entfällt.</translation>
    </message>
    <message>
        <source>Reading it needs the library “conllu”: install Pressmark with the extra “conllu”.</source>
        <extracomment>desktop/core/readers/conllu.py</extracomment>
        <translation>Zum Lesen fehlt die Bibliothek „conllu“: Pressmark mit dem Zusatz „conllu“ installieren.</translation>
    </message>
    <message>
        <source>A sentence is no CoNLL-U and is left out: {reason}</source>
        <extracomment>desktop/core/readers/conllu.py</extracomment>
        <translation>Ein Satz ist kein CoNLL-U und entfällt: {reason}</translation>
    </message>
    <message>
        <source>The places that the file gives (start=, end=) do not fit its tokens; not used.</source>
        <extracomment>desktop/core/readers/conllu.py</extracomment>
        <translation>Die Stellen in der Datei (start=, end=) passen nicht zu ihren Token; nicht verwendet.</translation>
    </message>
    <message>
        <source>The numbers of its words do not follow on one another: no column is kept.</source>
        <extracomment>desktop/core/readers/conllu.py</extracomment>
        <translation>Die Nummern der Wörter folgen nicht aufeinander: Keine Spalte wird aufbewahrt.</translation>
    </message>
    <message>
        <source>The file is of DNA {version}; those of DNA 3 can be read.</source>
        <extracomment>desktop/core/readers/dna.py</extracomment>
        <translation>Die Datei ist von DNA {version}; gelesen werden die von DNA 3.</translation>
    </message>
    <message>
        <source>This is no file of Discourse Network Analyzer 3, or it is damaged.</source>
        <extracomment>desktop/core/readers/dna.py</extracomment>
        <translation>Das ist keine Datei von Discourse Network Analyzer 3, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>The statement {id} ({start}–{end}) is no place in the text; it is left out.</source>
        <extracomment>desktop/core/readers/dna.py</extracomment>
        <translation>Die Aussage {id} ({start}–{end}) ist keine Stelle im Text; sie bleibt weg.</translation>
    </message>
    <message>
        <source>It is no DocBin that spaCy can read: {reason}</source>
        <extracomment>desktop/core/readers/docbin.py</extracomment>
        <translation>Das ist kein DocBin, den spaCy lesen kann: {reason}</translation>
    </message>
    <message>
        <source>Attributes of the group “{name}” are none that a project can hold; left out.</source>
        <extracomment>desktop/core/readers/docbin.py</extracomment>
        <translation>Attribute der Gruppe „{name}“ kann ein Projekt nicht aufnehmen; sie bleiben weg.</translation>
    </message>
    <message>
        <source>A span without a label or without text is left out.</source>
        <extracomment>desktop/core/readers/docbin.py</extracomment>
        <translation>Eine Markierung ohne Etikett oder ohne Text entfällt.</translation>
    </message>
    <message>
        <source>The text has {length} characters; the limit is {most}.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Der Text hat {length} Zeichen; erlaubt sind {most}.</translation>
    </message>
    <message>
        <source>The text holds a NUL character, as binary files do.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Der Text enthält ein NUL-Zeichen, wie Binärdateien.</translation>
    </message>
    <message>
        <source>The title holds a NUL character, as binary files do.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Der Titel enthält ein NUL-Zeichen, wie Binärdateien.</translation>
    </message>
    <message>
        <source>The other fields hold a NUL character, as binary files do.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Die übrigen Felder enthalten ein NUL-Zeichen, wie Binärdateien.</translation>
    </message>
    <message>
        <source>It holds half a character ({code}, a lone surrogate), which no text file can hold.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Ein halbes Zeichen ist darin ({code}, ein einzelnes Surrogat), das keine Textdatei aufnehmen kann.</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>No field holds the article&apos;s text (“text”, “body” or “content”); the fields are: {fields}.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Kein Feld enthält den Text des Artikels („text“, „body“ oder „content“); die Felder sind: {fields}.</translation>
    </message>
    <message>
        <source>The text (field “{field}”) is empty.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Der Text (Feld „{field}“) ist leer.</translation>
    </message>
    <message>
        <source>The field “{field}” is not text.</source>
        <extracomment>desktop/core/readers/fields.py</extracomment>
        <translation>Das Feld „{field}“ ist kein Text.</translation>
    </message>
    <message>
        <source>“{field}” of another program is kept as metadata, not read as labels (here and below).</source>
        <extracomment>desktop/core/readers/json_lines.py</extracomment>
        <translation>„{field}“ eines anderen Programms wird als Metadaten behalten, nicht als Etiketten gelesen (hier und im Folgenden).</translation>
    </message>
    <message>
        <source>It is no task of Label Studio: it has no “data”.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Das ist keine Aufgabe von Label Studio: „data“ fehlt.</translation>
    </message>
    <message>
        <source>Predictions are no labels before a person accepts them; they are left out.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Vorhersagen sind keine Etiketten, ehe jemand sie annimmt; sie entfallen.</translation>
    </message>
    <message>
        <source>An annotation was skipped by its annotator (cancelled); it is left out.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Eine Auszeichnung wurde übersprungen (cancelled); sie entfällt.</translation>
    </message>
    <message>
        <source>Positions were read as UTF-16 units: so the regions&apos; texts fit.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Positionen wurden als UTF-16-Einheiten gelesen: So passen die Texte der Regionen.</translation>
    </message>
    <message>
        <source>Positions were read with one character for CR LF: so the regions&apos; texts fit.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Positionen wurden mit einem Zeichen für CR LF gelesen: So passen die Texte der Regionen.</translation>
    </message>
    <message>
        <source>A region of type “{type}” is no stretch of plain text; it is left out.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>Eine Region der Art „{type}“ ist keine Stelle in reinem Text; sie entfällt.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>desktop/core/readers/json_file.py</extracomment>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Not valid JSON: {reason} (column {column}).</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Kein gültiges JSON: {reason} (Spalte {column}).</translation>
    </message>
    <message>
        <source>Nested too deeply to be read.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Zu tief verschachtelt zum Lesen.</translation>
    </message>
    <message>
        <source>It holds a number with too many digits.</source>
        <extracomment>desktop/core/readers/json_file.py</extracomment>
        <translation>Eine Zahl darin hat zu viele Ziffern.</translation>
    </message>
    <message>
        <source>Nested too deeply to be kept.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Zu tief verschachtelt zum Behalten.</translation>
    </message>
    <message>
        <source>{names} is no JSON value; read as null.</source>
        <extracomment>desktop/core/readers/json_file.py</extracomment>
        <translation>{names} ist kein JSON-Wert; als null gelesen.</translation>
    </message>
    <message>
        <source>The line is longer than {size} MB.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Die Zeile ist länger als {size} MB.</translation>
    </message>
    <message>
        <source>A JSON object is needed, and this is a list; if the whole file is one list, write it as one object a line.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Hier muss ein JSON-Objekt stehen, keine Liste; ist die ganze Datei eine Liste, je Zeile ein Objekt schreiben.</translation>
    </message>
    <message>
        <source>A JSON object is needed, and this is a string.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Hier muss ein JSON-Objekt stehen, keine Zeichenkette.</translation>
    </message>
    <message>
        <source>A JSON object is needed, and this is a number.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Hier muss ein JSON-Objekt stehen, keine Zahl.</translation>
    </message>
    <message>
        <source>A JSON object is needed, and this is true, false or null.</source>
        <extracomment>desktop/core/readers/lines.py</extracomment>
        <translation>Hier muss ein JSON-Objekt stehen, nicht true, false oder null.</translation>
    </message>
    <message>
        <source>The record&apos;s format is “{format}”; this version of Pressmark reads “{own}”.</source>
        <extracomment>desktop/core/readers/own_record.py</extracomment>
        <translation>Das Format des Datensatzes ist „{format}“; diese Version von Pressmark liest „{own}“.</translation>
    </message>
    <message>
        <source>A {label} covers nothing but half of a CR LF line end and was left out.</source>
        <extracomment>desktop/core/readers/own_record.py</extracomment>
        <translation>Eine Markierung {label} umfasst nur ein halbes CR-LF-Zeilenende und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The project in it is not sound XML: {reason}.</source>
        <extracomment>desktop/core/readers/refi_outline.py</extracomment>
        <translation>Das Projekt darin ist kein gültiges XML: {reason}.</translation>
    </message>
    <message>
        <source>The XML in it is no REFI-QDA project.</source>
        <extracomment>desktop/core/readers/refi_outline.py</extracomment>
        <translation>Das XML darin ist kein REFI-QDA-Projekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n source of the kind {kind} is no text.|%n sources of the kind {kind} are no text.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>
            <numerusform>%n Quelle der Art {kind} ist kein Text.</numerusform>
            <numerusform>%n Quellen der Art {kind} sind kein Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project does not hold its text.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Das Projekt enthält ihren Text nicht.</translation>
    </message>
    <message>
        <source>Codings of the whole source are left out: a span has a place in the text.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Kodierungen der ganzen Quelle fehlen: Eine Markierung hat eine Stelle im Text.</translation>
    </message>
    <message>
        <source>Positions are taken so: {mark}, {pairs}, {end}. {fitting} of {all} selections then hold their name.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Positionen sind so verstanden: {mark}, {pairs}, {end}. So enthalten {fitting} von {all} Auswahlen ihren Namen.</translation>
    </message>
    <message>
        <source>the byte order mark counts</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>die Bytereihenfolgemarke zählt mit</translation>
    </message>
    <message>
        <source>a byte order mark does not count</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>eine Bytereihenfolgemarke zählt nicht mit</translation>
    </message>
    <message>
        <source>CR LF is one character</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>CR LF ist ein Zeichen</translation>
    </message>
    <message>
        <source>CR and LF are two characters</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>CR und LF sind zwei Zeichen</translation>
    </message>
    <message>
        <source>the end is the last character</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>das Ende ist das letzte Zeichen</translation>
    </message>
    <message>
        <source>the end is after the last character</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>das Ende steht nach dem letzten Zeichen</translation>
    </message>
    <message>
        <source>A selection from {start} to {end} is no place in the text.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Eine Auswahl von {start} bis {end} ist keine Stelle im Text.</translation>
    </message>
    <message>
        <source>A selection has neither code nor note.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Eine Auswahl hat weder Kode noch Notiz.</translation>
    </message>
    <message>
        <source>A coding names a code that the project does not have.</source>
        <extracomment>desktop/core/readers/refi_qda.py</extracomment>
        <translation>Eine Kodierung nennt einen Kode, den das Projekt nicht hat.</translation>
    </message>
    <message>
        <source>It is no zip archive, or a damaged one: {reason}.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>Das ist kein Zip-Archiv oder ein beschädigtes: {reason}.</translation>
    </message>
    <message>
        <source>It holds no project, or several (“*.qde”).</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>Es enthält kein Projekt oder mehrere („*.qde“).</translation>
    </message>
    <message>
        <source>“{name}” has {size} MB; the limit is {most}.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>„{name}“ hat {size} MB; erlaubt sind {most}.</translation>
    </message>
    <message>
        <source>“{name}” in the archive cannot be read: {reason}.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>„{name}“ im Archiv ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” in the archive is larger than it says.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>„{name}“ im Archiv ist größer als angegeben.</translation>
    </message>
    <message>
        <source>The archive holds more than any project does.</source>
        <extracomment>desktop/core/readers/refi_outline.py</extracomment>
        <translation>Das Archiv enthält mehr, als ein Projekt je hat.</translation>
    </message>
    <message>
        <source>The archive holds the name “{name}”, which leads out of it.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>Das Archiv enthält den Namen „{name}“, der aus ihm hinausführt.</translation>
    </message>
    <message>
        <source>The archive holds “{name}” twice.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>Das Archiv enthält „{name}“ zweimal.</translation>
    </message>
    <message>
        <source>“{name}” in the archive would grow beyond measure.</source>
        <extracomment>desktop/core/readers/refi_zip.py</extracomment>
        <translation>„{name}“ im Archiv würde über alles Maß wachsen.</translation>
    </message>
    <message>
        <source>The file has {size} MB; one article may have {most}.</source>
        <extracomment>desktop/core/readers/text_file.py</extracomment>
        <translation>Die Datei hat {size} MB; ein Artikel darf {most} haben.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Die Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>This is no Pressmark record: its “format” is not “pressmark/1”. Import it as JSON Lines.</source>
        <extracomment>desktop/core/readers/pressmark_record.py</extracomment>
        <translation>Das ist kein Pressmark-Datensatz: Sein „format“ ist nicht „pressmark/1“. Als JSON Lines importieren.</translation>
    </message>
    <message>
        <source>Its text holds characters such as emoji. Positions were read as code points; if spans behind one are shifted, the file counts in UTF-16 units: export it again from a newer doccano.</source>
        <extracomment>desktop/core/readers/doccano.py</extracomment>
        <translation>Der Text enthält Zeichen wie Emoji. Positionen wurden als Codepunkte gelesen; sind Markierungen dahinter verschoben, zählt die Datei in UTF-16-Einheiten: aus einem neueren doccano noch einmal exportieren.</translation>
    </message>
    <message>
        <source>A label is no list of start, end and name; it is left out.</source>
        <extracomment>desktop/core/readers/doccano.py</extracomment>
        <translation>Ein Etikett ist keine Liste aus Anfang, Ende und Name; es entfällt.</translation>
    </message>
    <message>
        <source>The answer is “{answer}”: the spans of such tasks are left out (here and below).</source>
        <extracomment>desktop/core/readers/prodigy.py</extracomment>
        <translation>Die Antwort ist „{answer}“: Die Markierungen solcher Aufgaben entfallen (hier und im Folgenden).</translation>
    </message>
    <message>
        <source>{label} {place}: the text there is “{found}”, not “{text}”; it is left out.</source>
        <extracomment>desktop/core/readers/label_studio.py</extracomment>
        <translation>{label} {place}: Der Text dort ist „{found}“, nicht „{text}“; die Markierung entfällt.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <extracomment>desktop/core/readers/report.py</extracomment>
        <translation>{file}, Zeile {line}: {reason}</translation>
    </message>
    <message>
        <source>{file}, record {record}: {reason}</source>
        <extracomment>desktop/core/readers/report.py</extracomment>
        <translation>{file}, Datensatz {record}: {reason}</translation>
    </message>
    <message>
        <source>{file}, line {line}, record {record}: {reason}</source>
        <extracomment>desktop/core/readers/report.py</extracomment>
        <translation>{file}, Zeile {line}, Datensatz {record}: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n further problem is not listed.|%n further problems are not listed.</source>
        <extracomment>desktop/core/readers/report.py</extracomment>
        <translation>
            <numerusform>%n weiteres Problem ist nicht aufgeführt.</numerusform>
            <numerusform>%n weitere Probleme sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder holds no file to read ({kinds}).</source>
        <extracomment>desktop/core/readers/sources.py</extracomment>
        <translation>Der Ordner enthält keine lesbare Datei ({kinds}).</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder.</source>
        <extracomment>desktop/core/readers/sources.py</extracomment>
        <translation>Das ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <extracomment>desktop/core/readers/sources.py</extracomment>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>It may not be read: permission denied.</source>
        <extracomment>desktop/core/readers/sources.py</extracomment>
        <translation>Lesen nicht erlaubt: Zugriff verweigert.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <extracomment>desktop/core/readers/sources.py</extracomment>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Lesen nicht möglich: {reason}.</translation>
    </message>
    <message>
        <source>The header cannot be read. {problem}</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Die Kopfzeile lässt sich nicht lesen. {problem}</translation>
    </message>
    <message>
        <source>No column holds the article&apos;s text (“text”, “body” or “content”); the columns are: {columns}.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Keine Spalte enthält den Text des Artikels („text“, „body“ oder „content“); die Spalten sind: {columns}.</translation>
    </message>
    <message numerus="yes">
        <source>The row has %n field, the header has {columns}.|The row has %n fields, the header has {columns}.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>
            <numerusform>Die Zeile hat %n Feld, die Kopfzeile {columns}.</numerusform>
            <numerusform>Die Zeile hat %n Felder, die Kopfzeile {columns}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table has a header and no rows.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Die Tabelle hat eine Kopfzeile und keine weiteren Zeilen.</translation>
    </message>
    <message>
        <source>The quotation marks of this file are broken in too many places; the rest was not read.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Die Anführungszeichen dieser Datei sind an zu vielen Stellen fehlerhaft; der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Hier beginnt ein Anführungszeichen, das nie geschlossen wird.</translation>
    </message>
    <message>
        <source>A field is longer than {most} characters; perhaps a quotation mark is never closed.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Ein Feld ist länger als {most} Zeichen; vielleicht wird ein Anführungszeichen nie geschlossen.</translation>
    </message>
    <message>
        <source>The quotation marks of this row are broken: inside a quoted field they must be doubled.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Die Anführungszeichen dieser Zeile sind fehlerhaft: In einem Feld mit Anführungszeichen müssen sie verdoppelt sein.</translation>
    </message>
    <message>
        <source>The quotation marks of this row are broken (it would run over {lines} lines): inside a quoted field they must be doubled.</source>
        <extracomment>desktop/core/readers/table.py</extracomment>
        <translation>Die Anführungszeichen dieser Zeile sind fehlerhaft (sie ginge über {lines} Zeilen): In einem Feld mit Anführungszeichen müssen sie verdoppelt sein.</translation>
    </message>
    <message>
        <source>A span ({place}) has no label; it is left out.</source>
        <extracomment>desktop/core/readers/tasks.py</extracomment>
        <translation>Eine Markierung ({place}) hat kein Etikett; sie entfällt.</translation>
    </message>
    <message>
        <source>{label}: {place} is no place in the text; it is left out.</source>
        <extracomment>desktop/core/readers/tasks.py</extracomment>
        <translation>{label}: {place} ist keine Stelle im Text; die Markierung entfällt.</translation>
    </message>
    <message>
        <source>A link has no type, or an end that is no span; it is left out.</source>
        <extracomment>desktop/core/readers/tasks.py</extracomment>
        <translation>Eine Verknüpfung hat keine Art oder ein Ende, das keine Markierung ist; sie entfällt.</translation>
    </message>
    <message>
        <source>The text is not valid {encoding} (byte {byte}: {reason}). Save it as UTF-8.</source>
        <extracomment>desktop/core/readers/text.py</extracomment>
        <translation>Der Text ist kein gültiges {encoding} (Byte {byte}: {reason}). Als UTF-8 speichern.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte is not valid UTF-8; read as “�”.|%n bytes are not valid UTF-8; read as “�”.</source>
        <extracomment>desktop/core/readers/text.py</extracomment>
        <translation>
            <numerusform>%n Byte ist kein gültiges UTF-8; als „�“ gelesen.</numerusform>
            <numerusform>%n Bytes sind kein gültiges UTF-8; als „�“ gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8 and import that.</source>
        <extracomment>desktop/core/readers/text.py</extracomment>
        <translation>Kein UTF-8; als Windows-1252 gelesen. Sehen Buchstaben falsch aus, als UTF-8 speichern und erneut importieren.</translation>
    </message>
    <message>
        <source>It is not UTF-8, and its encoding cannot be told for certain. Save it as UTF-8.</source>
        <extracomment>desktop/core/readers/text.py</extracomment>
        <translation>Kein UTF-8, und die Kodierung ist nicht sicher zu bestimmen. Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The file has {size} MB; the limit is {most}.</source>
        <extracomment>desktop/core/readers/json_file.py</extracomment>
        <translation>Die Datei hat {size} MB; erlaubt sind {most}.</translation>
    </message>
    <message>
        <source>It is not valid JSON: {reason}.</source>
        <extracomment>desktop/core/readers/json_file.py</extracomment>
        <translation>Das ist kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply.</source>
        <extracomment>desktop/core/foreign/mapping.py</extracomment>
        <translation>Das JSON ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is no Web Annotation.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Das ist keine Web Annotation.</translation>
    </message>
    <message>
        <source>The file ends before its end.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Die Datei bricht vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>It does not name the context of Web Annotations.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Der Kontext der Web Annotations ist nicht genannt.</translation>
    </message>
    <message>
        <source>Further pages of the collection are in other files, which are not read.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Weitere Seiten der Sammlung sind in anderen Dateien, die nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The text of {source} is neither in the file nor in a file of that name beside it.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Der Text von {source} ist weder in der Datei noch in einer so benannten daneben.</translation>
    </message>
    <message>
        <source>One of the annotations that it links is not there.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Eine der Annotationen, die sie verknüpft, fehlt.</translation>
    </message>
    <message>
        <source>Its quote does not stand at its position; it was found at {start}.</source>
        <extracomment>desktop/core/readers/web_annotation.py</extracomment>
        <translation>Ihr Zitat steht nicht an ihrer Position; gefunden wurde es bei {start}.</translation>
    </message>
    <message>
        <source>Its type is not “Annotation”.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Typ ist nicht „Annotation“.</translation>
    </message>
    <message>
        <source>Its “id” must be one address.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihre „id“ muss eine Adresse sein.</translation>
    </message>
    <message>
        <source>It has no target that is an address or an object.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Sie hat kein Ziel, das eine Adresse oder ein Objekt ist.</translation>
    </message>
    <message>
        <source>It has both “body” and “bodyValue”.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Sie hat „body“ und „bodyValue“ zugleich.</translation>
    </message>
    <message>
        <source>“{name}” must be one text.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>„{name}“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“{name}” must be one date with a time.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>„{name}“ muss ein Datum mit Uhrzeit sein.</translation>
    </message>
    <message>
        <source>“{name}” must be an address or an object.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>„{name}“ muss eine Adresse oder ein Objekt sein.</translation>
    </message>
    <message>
        <source>“{name}” must be an address.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>„{name}“ muss eine Adresse sein.</translation>
    </message>
    <message>
        <source>Its body is neither an address nor an object.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Inhalt ist weder eine Adresse noch ein Objekt.</translation>
    </message>
    <message>
        <source>Its body is several kinds of list at once.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Inhalt ist mehrere Arten von Liste zugleich.</translation>
    </message>
    <message>
        <source>Its body of text has no text.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Inhalt soll Text sein, hat aber keinen.</translation>
    </message>
    <message>
        <source>The “id” of its body must be one address.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Die „id“ ihres Inhalts muss eine Adresse sein.</translation>
    </message>
    <message>
        <source>Its target has no items.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Ziel hat keine Bestandteile.</translation>
    </message>
    <message>
        <source>Its target names no source.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihr Ziel nennt keine Quelle.</translation>
    </message>
    <message>
        <source>Its selector has several values.</source>
        <extracomment>desktop/core/readers/web_annotation_check.py</extracomment>
        <translation>Ihre Ortsangabe hat mehrere Werte.</translation>
    </message>
    <message>
        <source>It is about the whole source, not about a place in its text.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Sie gilt der ganzen Quelle, nicht einer Stelle im Text.</translation>
    </message>
    <message>
        <source>Only positions and quotes in text can be read, not the selector that it has.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Lesbar sind nur Positionen und Zitate im Text, nicht diese Ortsangabe.</translation>
    </message>
    <message>
        <source>Its position is no pair of numbers.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Ihre Position ist kein Zahlenpaar.</translation>
    </message>
    <message>
        <source>Its position {start}–{end} is no place in the text of {length} characters.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Ihre Position {start}–{end} ist keine Stelle im Text von {length} Zeichen.</translation>
    </message>
    <message>
        <source>Its quote is not in the text.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Ihr Zitat steht nicht im Text.</translation>
    </message>
    <message>
        <source>Its quote is in the text several times, and what stands around it does not tell which.</source>
        <extracomment>desktop/core/readers/web_annotation_place.py</extracomment>
        <translation>Ihr Zitat steht mehrmals im Text, und was darum steht, sagt nicht, welches gemeint ist.</translation>
    </message>
    <message>
        <source>The file is too large for one article.</source>
        <extracomment>desktop/core/readers/cas.py</extracomment>
        <translation>Die Datei ist zu groß für einen Artikel.</translation>
    </message>
    <message>
        <source>It does not begin as WebAnno TSV 3 does (“#FORMAT=…”).</source>
        <extracomment>desktop/core/readers/webanno_tsv.py</extracomment>
        <translation>Sie beginnt nicht wie WebAnno TSV 3 („#FORMAT=…“).</translation>
    </message>
    <message>
        <source>It is no row of the layers that the file names.</source>
        <extracomment>desktop/core/readers/webanno_tsv.py</extracomment>
        <translation>Das ist keine Zeile der Ebenen, die die Datei nennt.</translation>
    </message>
    <message>
        <source>“{word}” is not what stands at {start}–{end}: its annotations are left out.</source>
        <extracomment>desktop/core/readers/webanno_tsv.py</extracomment>
        <translation>„{word}“ steht nicht bei {start}–{end}: Die Annotationen der Zeile fehlen.</translation>
    </message>
    <message>
        <source>An annotation of the layer {layer} has no length: there is no such span.</source>
        <extracomment>desktop/core/readers/cas_annotations.py</extracomment>
        <translation>Eine Annotation der Ebene {layer} hat keine Länge: Eine solche Markierung gibt es nicht.</translation>
    </message>
    <message>
        <source>A relation leads from {place}, where nothing is that it can lead from.</source>
        <extracomment>desktop/core/readers/webanno_tsv.py</extracomment>
        <translation>Eine Beziehung geht von {place} aus, wo nichts ist, von dem sie ausgehen kann.</translation>
    </message>
    <message>
        <source>An article with this uid and another text is already in the project; it was left as it is.</source>
        <extracomment>desktop/core/storage/chunk_writer.py</extracomment>
        <translation>Ein Artikel mit dieser uid und anderem Text ist schon im Projekt; er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>The article is in the project already: what the file says of its tokens is not kept.</source>
        <extracomment>desktop/core/storage/chunk_writer.py</extracomment>
        <translation>Der Artikel ist schon im Projekt: Was die Datei über die Wörter sagt, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The span {span} does not fit the text and was left out.</source>
        <extracomment>desktop/core/storage/chunk_writer.py</extracomment>
        <translation>Die Markierung {span} passt nicht zum Text und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The link {link} points to a span that is not there and was left out.</source>
        <extracomment>desktop/core/storage/chunk_writer.py</extracomment>
        <translation>Die Verknüpfung {link} zeigt auf eine Markierung, die es nicht gibt, und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The suggestion {suggestion} does not fit the text and was left out.</source>
        <extracomment>desktop/core/storage/bulk_suggestions.py</extracomment>
        <translation>Der Vorschlag {suggestion} passt nicht zum Text und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The suggested link {link} has an end missing and was left out.</source>
        <extracomment>desktop/core/storage/bulk_suggestions.py</extracomment>
        <translation>Der vorgeschlagenen Verknüpfung {link} fehlt ein Ende; sie wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>The article needs a value for {attribute}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Der Artikel braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>{span} needs a value for {attribute}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>{span} has no {link}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Zu {span} fehlt: {link}.</translation>
    </message>
    <message>
        <source>Two parts of {span} have only white space between them.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Zwischen zwei Teilen von {span} steht nur Leerraum.</translation>
    </message>
    <message>
        <source>A part of {span} is only punctuation or white space.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Ein Teil von {span} besteht nur aus Satzzeichen oder Leerraum.</translation>
    </message>
    <message>
        <source>{span} begins or ends inside a character.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} beginnt oder endet mitten in einem Zeichen.</translation>
    </message>
    <message>
        <source>{span} ends with {last}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} endet mit {last}.</translation>
    </message>
    <message>
        <source>{span} begins with {first}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} beginnt mit {first}.</translation>
    </message>
    <message>
        <source>{span} begins with {first} and ends with {last}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} beginnt mit {first} und endet mit {last}.</translation>
    </message>
    <message>
        <source>{span} begins or ends inside a word.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} beginnt oder endet mitten in einem Wort.</translation>
    </message>
    <message>
        <source>{span} is tagged twice.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} ist zweimal ausgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>{span} is tagged as {label} elsewhere in this article.|{span} is tagged as {label} %n times elsewhere in this article.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>
            <numerusform>{span} ist anderswo in diesem Artikel als {label} ausgezeichnet.</numerusform>
            <numerusform>{span} ist anderswo in diesem Artikel %n-mal als {label} ausgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{source} and {target} are linked twice in the same way.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{source} und {target} sind zweimal auf dieselbe Weise verknüpft.</translation>
    </message>
    <message>
        <source>{span} has both a {link} and the value {value}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} hat sowohl eine Verknüpfung {link} als auch den Wert {value}.</translation>
    </message>
    <message>
        <source>The link {link} of {span} needs a value for {attribute}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Die Verknüpfung {link} von {span} braucht einen Wert für {attribute}.</translation>
    </message>
    <message>
        <source>{link} cannot link {source} to {target}.</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{link} kann {source} nicht mit {target} verknüpfen.</translation>
    </message>
    <message>
        <source>white space</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Leerraum</translation>
    </message>
    <message>
        <source>a quote mark</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>einem Anführungszeichen</translation>
    </message>
</context>
<context>
    <name>Pipelines</name>
    <message>
        <source>{name} has no component that finds names or spans, so it would suggest nothing.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>{name} hat keine Komponente, die Namen oder Markierungen findet, und schlüge also nichts vor.</translation>
    </message>
    <message>
        <source>spaCy is not installed.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>spaCy ist nicht installiert.</translation>
    </message>
    <message>
        <source>{name} was made for spaCy {wanted}; installed is {version}. It may fail, or find less.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>{name} ist für spaCy {wanted} gemacht; installiert ist {version}. Sie kann scheitern oder weniger finden.</translation>
    </message>
    <message>
        <source>It needs the package {package}, which is not installed.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>Sie braucht das Paket {package}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>None of its labels ({names}) stands for a label of this project yet: map them first.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>Keines ihrer Etiketten ({names}) steht schon für ein Etikett dieses Projekts: Erst zuordnen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} was made for “{language}”; %Ln article is in another language.|{name} was made for “{language}”; %Ln articles are in another language.</source>
        <extracomment>desktop/core/pipeline_fit.py</extracomment>
        <translation>
            <numerusform>{name} ist für „{language}“ gemacht; %Ln Artikel ist in einer anderen Sprache.</numerusform>
            <numerusform>{name} ist für „{language}“ gemacht; %Ln Artikel sind in einer anderen Sprache.</numerusform>
        </translation>
    </message>
    <message>
        <source>The embedded pipeline is missing from this installation.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>In dieser Installation fehlt die mitgelieferte Pipeline.</translation>
    </message>
    <message>
        <source>Name another one with --pipeline, or install Pressmark again.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Mit --pipeline eine andere nennen oder Pressmark neu installieren.</translation>
    </message>
    <message>
        <source>There is no pipeline “{name}”: neither an installed one nor a folder.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Eine Pipeline „{name}“ gibt es nicht: weder installiert noch als Ordner.</translation>
    </message>
    <message>
        <source>Installed: {names}.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Installiert: {names}.</translation>
    </message>
    <message>
        <source>None is installed.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Es ist keine installiert.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder {folder} holds no spaCy pipeline: there is no config.cfg in it.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Der Ordner {folder} enthält keine spaCy-Pipeline: Es fehlt config.cfg.</translation>
    </message>
    <message>
        <source>The pipeline in {folder} is incomplete: meta.json is missing.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Die Pipeline in {folder} ist unvollständig: meta.json fehlt.</translation>
    </message>
    <message>
        <source>The pipeline in {folder} is damaged: config.cfg or meta.json cannot be read.</source>
        <extracomment>desktop/core/pipelines.py</extracomment>
        <translation>Die Pipeline in {folder} ist beschädigt: config.cfg oder meta.json lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>Prelabel</name>
    <message>
        <source>The worker process cannot be started: {reason}.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Der Arbeitsprozess lässt sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <source>Install Pressmark again.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Pressmark neu installieren.</translation>
    </message>
    <message>
        <source>was killed by {signal}</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>wurde durch {signal} beendet</translation>
    </message>
    <message>
        <source>was killed by signal {signal}</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>wurde durch Signal {signal} beendet</translation>
    </message>
    <message>
        <source>ended with status {status}</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>endete mit Status {status}</translation>
    </message>
    <message>
        <source>The worker process has no spaCy.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Der Arbeitsprozess hat kein spaCy.</translation>
    </message>
    <message>
        <source>Install spaCy.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>spaCy installieren.</translation>
    </message>
    <message>
        <source>The worker process did not answer for {seconds:.0f} s.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Der Arbeitsprozess antwortete {seconds:.0f} s lang nicht.</translation>
    </message>
    <message>
        <source>The worker process cannot be understood. {problem}</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Der Arbeitsprozess ist nicht zu verstehen. {problem}</translation>
    </message>
    <message>
        <source>The worker process {how} in the middle of its work.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Der Arbeitsprozess {how}, mitten in der Arbeit.</translation>
    </message>
    <message>
        <source>Try again; the log has more.</source>
        <extracomment>desktop/core/prelabel/client.py</extracomment>
        <translation>Noch einmal versuchen; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>One node has {name} {version}, another {other} {other_version}: install the same.</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>Ein Knoten hat {name} {version}, ein anderer {other} {other_version}: Überall dieselbe installieren.</translation>
    </message>
    <message>
        <source>was lost</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>ging verloren</translation>
    </message>
    <message>
        <source>failed ({kind})</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>scheiterte ({kind})</translation>
    </message>
    <message>
        <source>Dask is not installed.</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>Dask ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it with: pip install “pressmark[dask]”.</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>Installieren mit: pip install „pressmark[dask]“.</translation>
    </message>
    <message>
        <source>The Dask scheduler {address} does not answer.</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>Der Dask-Scheduler {address} antwortet nicht.</translation>
    </message>
    <message>
        <source>Start it with “dask scheduler” and name its address, as in tcp://localhost:8786.</source>
        <extracomment>desktop/core/prelabel/executors.py</extracomment>
        <translation>Mit „dask scheduler“ starten und seine Adresse nennen, etwa tcp://localhost:8786.</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>a pipeline label is empty or not text</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>ein Etikett der Pipeline ist leer oder kein Text</translation>
    </message>
    <message>
        <source>“{name}” is not of the form {form}</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>„{name}“ hat nicht die Form {form}</translation>
    </message>
    <message>
        <source>Label map: “{name}” points to {label}, which the label schema does not have.</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>Etikettenzuordnung: „{name}“ zeigt auf {label}, das im Etikettenschema fehlt.</translation>
    </message>
    <message>
        <source>Label map: “{name}” sets “{attribute}”, which {label} does not have.</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>Etikettenzuordnung: „{name}“ setzt „{attribute}“, das {label} nicht hat.</translation>
    </message>
    <message>
        <source>Label map: “{name}” sets “{attribute}” to “{value}”, which is not one of its values.</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>Etikettenzuordnung: „{name}“ setzt „{attribute}“ auf „{value}“; diesen Wert gibt es dort nicht.</translation>
    </message>
    <message>
        <source>“{name}” has an attribute whose name is not text</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>„{name}“ hat ein Attribut, dessen Name kein Text ist</translation>
    </message>
    <message>
        <source>“{name}”: the value of “{attribute}” is neither text, number, true or false nor a list of texts</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>„{name}“: Der Wert von „{attribute}“ ist weder Text, Zahl, true oder false noch eine Liste von Texten</translation>
    </message>
    <message>
        <source>The label map cannot be used: {problem}.</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>Die Etikettenzuordnung ist nicht zu gebrauchen: {problem}.</translation>
    </message>
    <message>
        <source>See the default in resources.</source>
        <extracomment>desktop/core/prelabel/label_map.py</extracomment>
        <translation>Siehe die Vorgabe in resources.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word a second|%Ln words a second</source>
        <extracomment>desktop/core/prelabel/pace.py</extracomment>
        <translation>
            <numerusform>%Ln Wort je Sekunde</numerusform>
            <numerusform>%Ln Wörter je Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>{speed}, {time} left</source>
        <extracomment>desktop/core/prelabel/pace.py</extracomment>
        <translation>{speed}, noch {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s|%Ln s</source>
        <extracomment>desktop/core/prelabel/pace.py</extracomment>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min|%Ln min</source>
        <extracomment>desktop/core/prelabel/pace.py</extracomment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h|%Ln h</source>
        <extracomment>desktop/core/prelabel/pace.py</extracomment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message>
        <source>“{article}” is left out: {reason}</source>
        <extracomment>desktop/core/prelabel/runner.py</extracomment>
        <translation>„{article}“ wird ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <extracomment>desktop/core/prelabel/trial.py</extracomment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>spaCy is not installed.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>spaCy ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install spacy.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>spacy installieren.</translation>
    </message>
    <message>
        <source>Correct that list and add it again, or take it out of the project.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Die Liste verbessern und noch einmal hinzufügen oder aus dem Projekt nehmen.</translation>
    </message>
    <message>
        <source>Choose another pipeline; “pressmark pipelines” lists those that are installed.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Eine andere Pipeline wählen; „pressmark pipelines“ führt die installierten auf.</translation>
    </message>
    <message>
        <source>The worker process answers what was not asked.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess antwortet auf Ungefragtes.</translation>
    </message>
    <message numerus="yes">
        <source>The worker process {how}, %n time in a row.|The worker process {how}, %n times in a row.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>
            <numerusform>Der Arbeitsprozess {how}, %n-mal in Folge.</numerusform>
            <numerusform>Der Arbeitsprozess {how}, %n-mal in Folge.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was found is saved. Try another pipeline, or give the machine more memory.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Was gefunden wurde, ist gespeichert. Eine andere Pipeline versuchen oder dem Rechner mehr Speicher geben.</translation>
    </message>
    <message>
        <source>The worker process {how} while it loaded the pipeline “{pipeline}”.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess {how}, während er die Pipeline „{pipeline}“ lud.</translation>
    </message>
    <message>
        <source>Choose another pipeline; the log has more.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Eine andere Pipeline wählen; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>The worker process {how} while it loaded the pipeline. It is started again.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess {how}, während er die Pipeline lud. Er wird neu gestartet.</translation>
    </message>
    <message>
        <source>A worker process {how} while it loaded the pipeline; the others go on.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Ein Arbeitsprozess {how}, während er die Pipeline lud; die anderen arbeiten weiter.</translation>
    </message>
    <message>
        <source>The worker process {how}. It is started again.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess {how}. Er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The worker process {how} while it read “{article}”. It is started again.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess {how}, während er „{article}“ las. Er wird neu gestartet.</translation>
    </message>
    <message numerus="yes">
        <source>The worker process {how} while it read “{article}” or one of the %n after it. It is started again.|The worker process {how} while it read “{article}” or one of the %n after it. It is started again.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>
            <numerusform>Der Arbeitsprozess {how}, während er „{article}“ oder den Artikel danach las (%n). Er wird neu gestartet.</numerusform>
            <numerusform>Der Arbeitsprozess {how}, während er „{article}“ oder einen der %n Artikel danach las. Er wird neu gestartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The worker process {how} twice while it read this article.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess {how}, zweimal während er diesen Artikel las.</translation>
    </message>
    <message>
        <source>did not answer for {time}</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>hat {time} lang nicht geantwortet</translation>
    </message>
    <message>
        <source>The pipeline had not read it after {time}, the limit for its length.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Die Pipeline hatte ihn nach {time} nicht gelesen; das ist die Grenze für seine Länge.</translation>
    </message>
    <message>
        <source>The pipeline gave positions beyond the end of the text.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Die Pipeline nannte Stellen hinter dem Ende des Textes.</translation>
    </message>
    <message>
        <source>The worker gave no answer for it.</source>
        <extracomment>desktop/core/prelabel/troubles.py</extracomment>
        <translation>Der Arbeitsprozess gab dazu keine Antwort.</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>The search was stopped.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>Nothing was tagged.</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>Es wurde nichts ausgezeichnet.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Its filters are: {names}.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Seine Filter sind: {names}.</translation>
    </message>
    <message>
        <source>The project has no filter “{name}”.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Das Projekt hat keinen Filter „{name}“.</translation>
    </message>
    <message>
        <source>It has none yet; they are saved in the window, beside the queue.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Es hat noch keine; sie werden im Fenster bei der Liste gespeichert.</translation>
    </message>
    <message>
        <source>There is a filter “{name}” already.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Einen Filter „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Give another name, or delete that one first.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Einen anderen Namen geben oder jenen zuerst löschen.</translation>
    </message>
    <message>
        <source>since {date}</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>ab {date}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>open suggestions</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>offene Vorschläge</translation>
    </message>
    <message>
        <source>A filter needs a name.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Ein Filter braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give one that is not empty.</source>
        <extracomment>desktop/core/saved_filters.py</extracomment>
        <translation>Einen angeben, der nicht leer ist.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>{field} must be text, not {value}</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{field} muss Text sein, nicht {value}</translation>
    </message>
    <message>
        <source>“{field}” names {value}, which is none of the suggestions that were read</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>„{field}“ nennt {value}; kein gelesener Vorschlag heißt so</translation>
    </message>
    <message>
        <source>“{field}” names {value}, which is none of the spans of this annotator that were read</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>„{field}“ nennt {value}; keine gelesene Markierung dieses Annotators heißt so</translation>
    </message>
    <message>
        <source>{place} must be an object, not {value}</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{place} muss ein Objekt sein, nicht {value}</translation>
    </message>
    <message>
        <source>{place} must be a whole number, not {value}</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{place} muss eine ganze Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>{place} ({start} to {end}) is empty</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{place} ({start} bis {end}) ist leer</translation>
    </message>
    <message>
        <source>{place} ({start} to {end}) ends before it starts</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{place} ({start} bis {end}) endet vor dem Anfang</translation>
    </message>
    <message numerus="yes">
        <source>{place} ({start} to {end}) lies outside the text, which has %n character|{place} ({start} to {end}) lies outside the text, which has %n characters</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>
            <numerusform>{place} ({start} bis {end}) liegt außerhalb des Textes, der %n Zeichen hat</numerusform>
            <numerusform>{place} ({start} bis {end}) liegt außerhalb des Textes, der %n Zeichen hat</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} ({start} to {end}) says {text}, but the article has {other} there</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>{place} ({start} bis {end}) nennt {text}, im Artikel steht dort aber {other}</translation>
    </message>
    <message>
        <source>contains half of a surrogate pair, which is not a character</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>enthält ein halbes Surrogatpaar, das kein Zeichen ist</translation>
    </message>
    <message>
        <source>must be text, a number, true or false, not {value}</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>muss Text, eine Zahl, true oder false sein, nicht {value}</translation>
    </message>
    <message>
        <source>is nested more than {levels} levels deep</source>
        <extracomment>annotation_schema/record_fields.py</extracomment>
        <translation>ist tiefer als {levels} Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a record is a JSON object, not {value}.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>Ein Datensatz ist ein JSON-Objekt, nicht {value}.</translation>
    </message>
    <message>
        <source>format: this version reads “{format}”, not {value}.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>format: Diese Version liest „{format}“, nicht {value}.</translation>
    </message>
    <message>
        <source>{field}: must be text, not {value}.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{field}: muss Text sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{field}: is empty.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{field}: ist leer.</translation>
    </message>
    <message>
        <source>{field}: is missing.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{field}: fehlt.</translation>
    </message>
    <message>
        <source>annotator must be a name, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>annotator muss ein Name sein, nicht {value}</translation>
    </message>
    <message>
        <source>{annotator} has an entry in this record already</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{annotator} hat in diesem Datensatz schon einen Eintrag</translation>
    </message>
    <message>
        <source>fragments must be a list, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>fragments muss eine Liste sein, nicht {value}</translation>
    </message>
    <message>
        <source>{place} ({start} to {end}) must come after the one before ({first} to {last}), with a gap</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{place} ({start} bis {end}) muss mit Abstand hinter dem vorigen ({first} bis {last}) liegen</translation>
    </message>
    <message>
        <source>fragments must not be empty</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>fragments darf nicht leer sein</translation>
    </message>
    <message>
        <source>{annotator} has decided already</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{annotator} hat schon entschieden</translation>
    </message>
    <message>
        <source>verdict must be one of {choices}, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>verdict muss eines von {choices} sein, nicht {value}</translation>
    </message>
    <message>
        <source>{value} is none of the spans of {annotator}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{value} ist keine Markierung von {annotator}</translation>
    </message>
    <message>
        <source>id must be text, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>id muss Text sein, nicht {value}</translation>
    </message>
    <message>
        <source>the id {id} is taken by an earlier one</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>die ID {id} ist schon vergeben</translation>
    </message>
    <message>
        <source>{place}: the id {id} is taken in this record; it got a new one.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{place}: Die ID {id} ist in diesem Datensatz schon vergeben; sie wurde ersetzt.</translation>
    </message>
    <message>
        <source>must list texts only</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>darf nur Texte auflisten</translation>
    </message>
    <message>
        <source>must be a number, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>muss eine Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be text, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>muss Text sein, nicht {value}</translation>
    </message>
    <message>
        <source>{place}: must be one of {choices}, not {value}; “{default}” was taken.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{place}: muss eines von {choices} sein, nicht {value}; „{default}“ wurde genommen.</translation>
    </message>
    <message>
        <source>must be an object, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>muss ein Objekt sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a list, not {value}</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>muss eine Liste sein, nicht {value}</translation>
    </message>
    <message>
        <source>{place}: the unknown field {field} was ignored.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{place}: Das unbekannte Feld {field} wurde übergangen.</translation>
    </message>
    <message>
        <source>the record</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>{place}: {reason}; it was left out.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{place}: {reason}; ausgelassen.</translation>
    </message>
    <message>
        <source>the line is not UTF-8 (byte {byte}).</source>
        <extracomment>annotation_schema/records.py</extracomment>
        <translation>Die Zeile ist kein UTF-8 (Byte {byte}).</translation>
    </message>
    <message>
        <source>column {column}: this is not valid JSON: {reason}.</source>
        <extracomment>annotation_schema/records.py</extracomment>
        <translation>Spalte {column}: kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>this JSON is nested too deeply.</source>
        <extracomment>annotation_schema/records.py</extracomment>
        <translation>Dieses JSON ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>this JSON holds a number with too many digits.</source>
        <extracomment>annotation_schema/records.py</extracomment>
        <translation>Dieses JSON enthält eine Zahl mit zu vielen Ziffern.</translation>
    </message>
</context>
<context>
    <name>RuleLists</name>
    <message>
        <source>{file} is not in UTF-8.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>{file} ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and add it again.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>Als UTF-8 speichern und erneut hinzufügen.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>{file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>there is no surface</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>der Wortlaut fehlt</translation>
    </message>
    <message>
        <source>the label “{label}” is none of the project’s: {names}</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>das Etikett „{label}“ gehört nicht zum Projekt: {names}</translation>
    </message>
    <message>
        <source>“{part}” is not of the form name=value</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>„{part}“ hat nicht die Form name=wert</translation>
    </message>
    <message>
        <source>{label} has no attribute “{name}”</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>{label} hat kein Attribut „{name}“</translation>
    </message>
    <message>
        <source>“{text}” is not a value of “{name}”</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>„{text}“ ist kein Wert von „{name}“</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>there is no label</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>das Etikett fehlt</translation>
    </message>
    <message>
        <source>the pattern is neither words nor a list of token descriptions</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>das Muster besteht weder aus Wörtern noch aus einer Liste von Token-Beschreibungen</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln entry is used.|Only the first %Ln entries are used.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>
            <numerusform>Nur der erste Eintrag wird verwendet (%Ln).</numerusform>
            <numerusform>Nur die ersten %Ln Einträge werden verwendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.|… and %Ln more.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>
            <numerusform>… und %Ln weiterer.</numerusform>
            <numerusform>… und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {reason}.</source>
        <extracomment>desktop/core/prelabel/rule_lists.py</extracomment>
        <translation>Zeile {line}: {reason}.</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>{place}: “{value}” is taken by {other}.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: „{value}“ ist durch {other} belegt.</translation>
    </message>
    <message>
        <source>{place}: {minimum:g} is more than the maximum, {maximum:g}.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: {minimum:g} liegt über dem Höchstwert {maximum:g}.</translation>
    </message>
    <message>
        <source>{place}: the schema has no label “{label}”.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: Das Schema hat kein Etikett „{label}“.</translation>
    </message>
    <message>
        <source>{place}: “{label}” stands here twice.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: „{label}“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>{place}: the label {label} has no attribute “{attribute}”.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: Das Etikett {label} hat kein Attribut „{attribute}“.</translation>
    </message>
    <message>
        <source>{place}: the attribute “{attribute}” of {label} must be an enum of one value.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: Das Attribut „{attribute}“ von {label} muss ein enum mit einem Wert sein.</translation>
    </message>
    <message>
        <source>{place}: the attribute “{attribute}” of {label} has no choice “{value}”.</source>
        <extracomment>annotation_schema/schema_checks.py</extracomment>
        <translation>{place}: Das Attribut „{attribute}“ von {label} hat keinen Wert „{value}“.</translation>
    </message>
    <message>
        <source>{place}: must be a name of letters, digits, - and _ that starts with a letter, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss ein Name aus Buchstaben, Ziffern, - und _ sein, der mit einem Buchstaben beginnt, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a colour such as #b45f06, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss eine Farbe wie #b45f06 sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be one capital letter or digit, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss ein Großbuchstabe oder eine Ziffer sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a value without space around it, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss ein Wert ohne Leerraum an den Enden sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a value without “/” and without space around it, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss ein Wert ohne „/“ und ohne Leerraum an den Enden sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: stands here twice.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: steht hier zweimal.</translation>
    </message>
    <message>
        <source>{place}: unknown field {field}; did you mean “{other}”?</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: unbekanntes Feld {field}; gemeint war vielleicht „{other}“?</translation>
    </message>
    <message>
        <source>{place}: unknown field {field}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: unbekanntes Feld {field}.</translation>
    </message>
    <message>
        <source>the file</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>{place}: is missing.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: fehlt.</translation>
    </message>
    <message>
        <source>{place}: must be text, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss Text sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: contains half of a surrogate pair, which is not a character.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: enthält ein halbes Surrogatpaar, das kein Zeichen ist.</translation>
    </message>
    <message>
        <source>{place}: must not be empty.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: darf nicht leer sein.</translation>
    </message>
    <message>
        <source>{place}: must be true or false, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss true oder false sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be one of {choices}, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss eines von {choices} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a whole number of 1 or more, or null for any number, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss eine ganze Zahl ab 1 sein, oder null für beliebig viele, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a number, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss eine Zahl sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be a list, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss eine Liste sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be text that is not empty, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss nicht leerer Text sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: must be an object, not {value}.</source>
        <extracomment>annotation_schema/schema_fields.py</extracomment>
        <translation>{place}: muss ein Objekt sein, nicht {value}.</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason}).</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Die Datei lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>a label schema is a JSON object, not {value}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Ein Etikettenschema ist ein JSON-Objekt, nicht {value}.</translation>
    </message>
    <message>
        <source>line {line}: the file is not UTF-8 (byte {byte}).</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Zeile {line}: Die Datei ist kein UTF-8 (Byte {byte}).</translation>
    </message>
    <message>
        <source>line {line}, column {column}: this is not valid JSON: {reason}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Zeile {line}, Spalte {column}: kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>this JSON is nested too deeply.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Dieses JSON ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>this JSON holds a number with too many digits.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>Dieses JSON enthält eine Zahl mit zu vielen Ziffern.</translation>
    </message>
    <message>
        <source>{place}: must be “{format}”, not {value}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: muss „{format}“ sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{place}: a codebook&apos;s name must be a name of letters, digits, - and _ that starts with a letter.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Ein Codebuch braucht einen Namen aus Buchstaben, Ziffern, - und _, der mit einem Buchstaben beginnt.</translation>
    </message>
    <message>
        <source>{place}: is missing: alternatives and the attribute that holds them go together.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: fehlt; Alternativen und das Attribut, das sie aufnimmt, gehören zusammen.</translation>
    </message>
    <message>
        <source>{place}: only a hierarchy takes one, not an attribute of kind {kind}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Nur eine Hierarchie nimmt eines, nicht ein Attribut der Art {kind}.</translation>
    </message>
    <message>
        <source>{place}: are given although the codebook “{codebook}” has them.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: sind angegeben, obwohl das Codebuch „{codebook}“ sie enthält.</translation>
    </message>
    <message>
        <source>{place}: the schema has no codebook “{codebook}”.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Das Schema hat kein Codebuch „{codebook}“.</translation>
    </message>
    <message>
        <source>{place}: an attribute of kind {kind} needs at least one.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Ein Attribut der Art {kind} braucht mindestens eine Angabe.</translation>
    </message>
    <message>
        <source>{place}: only an enum or a hierarchy takes them, not an attribute of kind {kind}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Nur ein enum oder eine Hierarchie nimmt sie, nicht ein Attribut der Art {kind}.</translation>
    </message>
    <message>
        <source>{place}: only an enum or a hierarchy takes several values, not an attribute of kind {kind}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Nur ein enum oder eine Hierarchie nimmt mehrere Werte, nicht ein Attribut der Art {kind}.</translation>
    </message>
    <message>
        <source>{place}: only a number takes it, not an attribute of kind {kind}.</source>
        <extracomment>annotation_schema/schema_json.py</extracomment>
        <translation>{place}: Nur eine Zahl nimmt es, nicht ein Attribut der Art {kind}.</translation>
    </message>
    <message>
        <source>schema of {file}</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Schema von {file}</translation>
    </message>
    <message>
        <source>The label {label} would be gone.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Das Etikett {label} wäre weg.</translation>
    </message>
    <message>
        <source>The link {relation} would be gone.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Die Verknüpfung {relation} wäre weg.</translation>
    </message>
    <message>
        <source>the article</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>der Artikel</translation>
    </message>
    <message>
        <source>The codebook {name} would lose values.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Das Codebuch {name} verlöre Werte.</translation>
    </message>
    <message>
        <source>The label {label} would not be what it is.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Das Etikett {label} wäre nicht mehr, was es ist.</translation>
    </message>
    <message>
        <source>The link {relation} would not be what it is.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Die Verknüpfung {relation} wäre nicht mehr, was sie ist.</translation>
    </message>
    <message>
        <source>The attribute {attribute} of {owner} would lose something.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Das Attribut {attribute} ({owner}) verlöre etwas.</translation>
    </message>
    <message>
        <source>The attribute {attribute} of {owner} would be asked of what is done.</source>
        <extracomment>desktop/core/schema_growth.py</extracomment>
        <translation>Das Attribut {attribute} ({owner}) würde auch von dem verlangt, was fertig ist.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Theme</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Reading</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Tagging</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Auszeichnen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>You and your work</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Ich und meine Arbeit</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Größe der Oberfläche</translation>
    </message>
    <message>
        <source>%</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>%</translation>
    </message>
    <message>
        <source>Everything grows, the article too. Takes effect at the next start.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Alles wird größer, auch der Artikel. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>How the article goes to a span that is off screen.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Wie der Artikel zu einer Markierung außerhalb des Fensters kommt.</translation>
    </message>
    <message>
        <source>Glide to a place</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Zur Stelle gleiten</translation>
    </message>
    <message>
        <source>No motion</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Keine Bewegung</translation>
    </message>
    <message>
        <source>Typeface</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Length of a line</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>characters</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>About 75 is easy on the eye; a narrow pane makes lines shorter.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Etwa 75 liest sich angenehm; ein schmaler Bereich macht die Zeilen kürzer.</translation>
    </message>
    <message>
        <source>Take words in whole</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Ganze Wörter nehmen</translation>
    </message>
    <message>
        <source>Where the label asks for it. A tag that begins or ends inside a word takes all of it.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Wo das Etikett es verlangt. Was mitten in einem Wort beginnt oder endet, nimmt das ganze.</translation>
    </message>
    <message>
        <source>Leave out white space at the ends</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Leerraum an den Enden weglassen</translation>
    </message>
    <message>
        <source>Leave out outer quote marks</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Äußere Anführungszeichen weglassen</translation>
    </message>
    <message>
        <source>Leave out punctuation at the end</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Satzzeichen am Ende weglassen</translation>
    </message>
    <message>
        <source>Fill in the slots right after tagging</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Felder gleich nach dem Auszeichnen ausfüllen</translation>
    </message>
    <message>
        <source>Asks for claimant, kind and all else that is required, one after the other; Esc stops.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Fragt nach Urheber, Art und allem, was nötig ist, der Reihe nach; Esc beendet.</translation>
    </message>
    <message>
        <source>Go to the next suggestion after accepting or rejecting</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Nach Annehmen oder Ablehnen zum nächsten Vorschlag gehen</translation>
    </message>
    <message>
        <source>Pre-highlight a project&apos;s articles when it opens</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Die Artikel eines Projekts beim Öffnen vorauszeichnen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Empty: the one that comes with Pressmark.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Leer: die mitgelieferte.</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kept with every span that you tag in projects made from now on. Empty: the name of your account.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Steht in neuen Projekten bei jeder Markierung. Leer: der Name des Benutzerkontos.</translation>
    </message>
    <message>
        <source>Show what is still open before an article is done</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Vor dem Abschließen eines Artikels zeigen, was noch offen ist</translation>
    </message>
    <message>
        <source>You can always finish it anyway.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Abschließen geht trotzdem immer.</translation>
    </message>
    <message>
        <source>Open the last project at start</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Beim Start das letzte Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects opened lately</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>The settings could not be read ({reason}); defaults are used. The old file is {file}.</source>
        <extracomment>desktop/core/settings.py</extracomment>
        <translation>Die Einstellungen ließen sich nicht lesen ({reason}); es gelten die Vorgaben. Die alte Datei heißt {file}.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>“{key}” is not a key that can be given to a command.</source>
        <extracomment>desktop/core/shortcuts.py</extracomment>
        <translation>„{key}“ ist keine Taste, die ein Befehl haben kann.</translation>
    </message>
    <message>
        <source>“{command}” acts in the whole window: {key} alone is needed for typing. Hold Ctrl or Alt.</source>
        <extracomment>desktop/core/shortcuts.py</extracomment>
        <translation>„{command}“ wirkt im ganzen Fenster: {key} allein wird zum Schreiben gebraucht. Ctrl oder Alt dazu halten.</translation>
    </message>
    <message>
        <source>{key} is the key of a label: “{command}”.</source>
        <extracomment>desktop/core/shortcuts.py</extracomment>
        <translation>{key} ist die Taste eines Etiketts: „{command}“.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}” already.</source>
        <extracomment>desktop/core/shortcuts.py</extracomment>
        <translation>{key} ist schon die Taste von „{command}“.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>move the start of {span}</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Anfang von {span} verschieben</translation>
    </message>
    <message>
        <source>move the end of {span}</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>Ende von {span} verschieben</translation>
    </message>
    <message numerus="yes">
        <source>join %n span into {span}|join %n spans into {span}</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>
            <numerusform>%n Markierung zu {span} verbinden</numerusform>
            <numerusform>%n Markierungen zu {span} verbinden</numerusform>
        </translation>
    </message>
    <message>
        <source>split {span}</source>
        <extracomment>desktop/core/gestures/moves.py</extracomment>
        <translation>{span} teilen</translation>
    </message>
    <message>
        <source>write the note on {span}</source>
        <extracomment>desktop/core/gestures/notes.py</extracomment>
        <translation>Notiz zu {span} schreiben</translation>
    </message>
    <message>
        <source>change the note on {span}</source>
        <extracomment>desktop/core/gestures/notes.py</extracomment>
        <translation>Notiz zu {span} ändern</translation>
    </message>
    <message>
        <source>take away the note on {span}</source>
        <extracomment>desktop/core/gestures/notes.py</extracomment>
        <translation>Notiz zu {span} entfernen</translation>
    </message>
    <message>
        <source>link {source} to {target} as {link}</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{source} mit {target} als {link} verknüpfen</translation>
    </message>
    <message>
        <source>take away {link} from {source} to {target}</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} von {source} zu {target} entfernen</translation>
    </message>
    <message>
        <source>set {attribute} of {link}</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{attribute} von {link} setzen</translation>
    </message>
    <message>
        <source>set {link} of {span}</source>
        <extracomment>desktop/core/gestures/relations.py</extracomment>
        <translation>{link} von {span} setzen</translation>
    </message>
    <message>
        <source>tag {text} as {label}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>{text} als {label} auszeichnen</translation>
    </message>
    <message>
        <source>add a part to {span}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Teil zu {span} hinzufügen</translation>
    </message>
    <message>
        <source>take a part out of {span}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Teil aus {span} entfernen</translation>
    </message>
    <message>
        <source>change the borders of {span}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Grenzen von {span} ändern</translation>
    </message>
    <message>
        <source>delete {span}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>{span} löschen</translation>
    </message>
    <message>
        <source>relabel {text} as {label}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>{text} in {label} umetikettieren</translation>
    </message>
    <message>
        <source>set {attribute} of {span}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>{attribute} von {span} setzen</translation>
    </message>
    <message>
        <source>set {attribute} of the article</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>{attribute} des Artikels setzen</translation>
    </message>
    <message>
        <source>mark the article as {status}</source>
        <extracomment>desktop/core/gestures/spans.py</extracomment>
        <translation>Artikel auf „{status}“ setzen</translation>
    </message>
    <message>
        <source>accept {text} as {label} with {other}</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>{text} als {label} mit {other} annehmen</translation>
    </message>
    <message>
        <source>accept {text} as {label}</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>{text} als {label} annehmen</translation>
    </message>
    <message numerus="yes">
        <source>accept %n suggestion of {label}|accept %n suggestions of {label}</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>
            <numerusform>%n Vorschlag für {label} annehmen</numerusform>
            <numerusform>%n Vorschläge für {label} annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n suggestion scored {score:g} or more|accept %n suggestions scored {score:g} or more</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>
            <numerusform>%n Vorschlag mit Wert ab {score:g} annehmen</numerusform>
            <numerusform>%n Vorschläge mit Wert ab {score:g} annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n suggestion|accept %n suggestions</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>
            <numerusform>%n Vorschlag annehmen</numerusform>
            <numerusform>%n Vorschläge annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>reject {text}</source>
        <extracomment>desktop/core/gestures/suggestions.py</extracomment>
        <translation>{text} ablehnen</translation>
    </message>
    <message>
        <source>join parts of {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>Teile von {span} verbinden</translation>
    </message>
    <message>
        <source>take an empty part out of {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>leeren Teil aus {span} entfernen</translation>
    </message>
    <message>
        <source>take in the whole character of {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} auf ganze Zeichen erweitern</translation>
    </message>
    <message>
        <source>trim {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} zuschneiden</translation>
    </message>
    <message>
        <source>take in the whole word of {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{span} auf ganze Wörter erweitern</translation>
    </message>
    <message>
        <source>delete the second {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>doppelte Markierung {span} löschen</translation>
    </message>
    <message>
        <source>take {value} away from {span}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{value} bei {span} entfernen</translation>
    </message>
    <message>
        <source>turn round {link} from {text}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{link} von {text} umdrehen</translation>
    </message>
    <message>
        <source>take away {link}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{link} entfernen</translation>
    </message>
    <message>
        <source>take away {link} from {text}</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>{link} von {text} entfernen</translation>
    </message>
    <message>
        <source>tag another {text} as {label}</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>weiteres {text} als {label} auszeichnen</translation>
    </message>
    <message numerus="yes">
        <source>tag %Ln other {text} as {label}|tag %Ln other {text} as {label}</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln weiteres {text} als {label} auszeichnen</numerusform>
            <numerusform>%Ln weitere {text} als {label} auszeichnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article|%Ln articles</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag %Ln other {text} as {label} in {articles}|tag %Ln other {text} as {label} in {articles}</source>
        <extracomment>desktop/core/occurrences.py</extracomment>
        <translation>
            <numerusform>%Ln weiteres {text} in {articles} als {label} auszeichnen</numerusform>
            <numerusform>%Ln weitere {text} in {articles} als {label} auszeichnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Look at the article again and repeat the edit.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Den Artikel noch einmal ansehen und die Änderung wiederholen.</translation>
    </message>
    <message>
        <source>The span still has links to other spans.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Markierung ist noch mit anderen verknüpft.</translation>
    </message>
    <message>
        <source>Remove the links first.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Erst die Verknüpfungen entfernen.</translation>
    </message>
    <message>
        <source>The span ends at {end}, after the end of the article ({length}).</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Markierung endet bei {end}, hinter dem Ende des Artikels ({length}).</translation>
    </message>
    <message>
        <source>This span is already there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Diese Markierung gibt es schon.</translation>
    </message>
    <message>
        <source>The span is no longer there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Markierung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The span has changed in the meantime.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Markierung hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>This link is already there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Diese Verknüpfung gibt es schon.</translation>
    </message>
    <message>
        <source>A link joins two spans of the same article that are both there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Eine Verknüpfung verbindet zwei vorhandene Markierungen desselben Artikels.</translation>
    </message>
    <message>
        <source>The link is no longer there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Verknüpfung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The link has changed in the meantime.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Verknüpfung hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>The article&apos;s status has changed in the meantime.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Der Stand des Artikels hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>The suggestion is no longer there.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Den Vorschlag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A later run of the pipeline may have replaced it.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Ein späterer Lauf der Pipeline hat ihn vielleicht ersetzt.</translation>
    </message>
    <message>
        <source>The verdict on the suggestion has changed in the meantime.</source>
        <extracomment>desktop/core/storage/annotations.py</extracomment>
        <translation>Die Entscheidung über den Vorschlag hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a project file.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist ein Ordner, keine Projektdatei.</translation>
    </message>
    <message>
        <source>Choose a file that ends in {suffix}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Eine Datei wählen, die auf {suffix} endet.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name, or make a new project.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Den Namen prüfen oder ein neues Projekt anlegen.</translation>
    </message>
    <message>
        <source>{path} is an empty file, not a project.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist eine leere Datei, kein Projekt.</translation>
    </message>
    <message>
        <source>If it was one, restore it from a backup.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>War es eines, aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>{path} is not a Pressmark project.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist kein Pressmark-Projekt.</translation>
    </message>
    <message>
        <source>Articles are brought in with Import; projects are opened.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Artikel kommen über den Import herein; Projekte werden geöffnet.</translation>
    </message>
    <message>
        <source>{path} is a database of another program, not a Pressmark project.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist die Datenbank eines anderen Programms, kein Pressmark-Projekt.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Change the permissions of the file and its folder, or copy it to a place of your own.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Rechte der Datei und ihres Ordners ändern oder sie an einen eigenen Ort kopieren.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Check its permissions and the disk.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Rechte und den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Pressmark ({version}).</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} stammt von einer neueren Version von Pressmark ({version}).</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Install that version or a later one to open it.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Zum Öffnen diese oder eine spätere Version installieren.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Der Datenträger ist voll: {path}.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk reported an error: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Der Datenträger meldete einen Fehler: {path}.</translation>
    </message>
    <message>
        <source>Check the disk and make a copy of the project.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Den Datenträger prüfen und das Projekt kopieren.</translation>
    </message>
    <message>
        <source>Another program is writing to the project: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Ein anderes Programm schreibt in das Projekt: {path}.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Es schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The project file is write-protected: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Projektdatei ist schreibgeschützt: {path}.</translation>
    </message>
    <message>
        <source>Change its permissions, or use a copy.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Rechte ändern oder eine Kopie verwenden.</translation>
    </message>
    <message>
        <source>The project file cannot be opened: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Projektdatei lässt sich nicht öffnen: {path}.</translation>
    </message>
    <message>
        <source>Check that it is still there.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Prüfen, ob sie noch da ist.</translation>
    </message>
    <message>
        <source>The project file may not be opened: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Projektdatei darf nicht geöffnet werden: {path}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Rechte prüfen.</translation>
    </message>
    <message>
        <source>The disk cannot hold a file this large: {path}.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Der Datenträger fasst keine so große Datei: {path}.</translation>
    </message>
    <message>
        <source>Move the project to another disk.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Das Projekt auf einen anderen Datenträger verschieben.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>Keep the file and restore the project from a backup.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Die Datei aufheben und das Projekt aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>{path} was opened only for reading.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>{path} ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>desktop/core/storage/connection.py</extracomment>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Change the permissions of its folder, or copy the project to a place of your own.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>Die Rechte des Ordners ändern oder das Projekt an einen eigenen Ort kopieren.</translation>
    </message>
    <message>
        <source>{path} cannot be locked: {reason}.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>{path} lässt sich nicht sperren: {reason}.</translation>
    </message>
    <message>
        <source>Copy the project to a local disk.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>Das Projekt auf einen lokalen Datenträger kopieren.</translation>
    </message>
    <message>
        <source>{project} is already open in another process.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>{project} ist schon in einem anderen Prozess geöffnet.</translation>
    </message>
    <message>
        <source>{project} is already open in this program (process {pid}), since {since}.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>{project} ist schon in diesem Programm geöffnet (Prozess {pid}), seit {since}.</translation>
    </message>
    <message>
        <source>{project} is already open in {program} (process {pid} on {host}), since {since}.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>{project} ist schon in {program} geöffnet (Prozess {pid} auf {host}), seit {since}.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <extracomment>desktop/core/storage/lock.py</extracomment>
        <translation>Erst dort schließen.</translation>
    </message>
    <message>
        <source>{path} could not be brought to this version&apos;s format; it was left as it was.</source>
        <extracomment>desktop/core/storage/migrations.py</extracomment>
        <translation>{path} ließ sich nicht in das Format dieser Version bringen; die Datei blieb, wie sie war.</translation>
    </message>
    <message>
        <source>Open it with the version that made it, and report this with the details.</source>
        <extracomment>desktop/core/storage/migrations.py</extracomment>
        <translation>Mit der Version öffnen, von der sie stammt, und dies mit den Einzelheiten melden.</translation>
    </message>
    <message>
        <source>{path} is already there.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>Öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>{path} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>Einen Ordner wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>{path} was made by an older version of Pressmark and is not brought up to date yet.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>{path} stammt von einer älteren Version von Pressmark und ist noch nicht auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <source>Open it once in the window, which does so and keeps a copy.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>Einmal im Fenster öffnen; das bringt sie auf den Stand und behält eine Kopie.</translation>
    </message>
    <message>
        <source>{path} has no annotator “{name}”.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>{path} hat keinen Annotator „{name}“.</translation>
    </message>
    <message>
        <source>Name one that it has.</source>
        <extracomment>desktop/core/storage/project_file.py</extracomment>
        <translation>Einen vorhandenen nennen.</translation>
    </message>
    <message>
        <source>An annotator needs a name.</source>
        <extracomment>desktop/core/storage/settings.py</extracomment>
        <translation>Ein Annotator braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give one that is not empty.</source>
        <extracomment>desktop/core/storage/settings.py</extracomment>
        <translation>Einen Namen angeben, der nicht leer ist.</translation>
    </message>
    <message>
        <source>This step was undone and something else done since, so the article cannot be shown as it was.</source>
        <extracomment>desktop/core/storage/views.py</extracomment>
        <translation>Dieser Schritt wurde rückgängig gemacht und seither anderes getan; der Artikel lässt sich nicht so zeigen, wie er war.</translation>
    </message>
    <message>
        <source>Choose another step.</source>
        <extracomment>desktop/core/storage/views.py</extracomment>
        <translation>Einen anderen Schritt wählen.</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>{what} contains half of a surrogate pair, which is not a character.</source>
        <extracomment>annotation_schema/record_reader.py</extracomment>
        <translation>{what} enthält ein halbes Surrogatpaar, das kein Zeichen ist.</translation>
    </message>
    <message>
        <source>{what} takes a list of values, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} nimmt eine Liste von Werten, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} has {value} twice.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} enthält {value} zweimal.</translation>
    </message>
    <message>
        <source>{what} must be true or false, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss true oder false sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be a date such as 2025, 2025-01 or 2025-01-29, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss ein Datum wie 2025, 2025-01 oder 2025-01-29 sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be one of {choices}, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss eines von {choices} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be one of the codebook “{codebook}”, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss aus dem Codebuch „{codebook}“ sein, nicht {value}.</translation>
    </message>
    <message numerus="yes">
        <source>{what} must be its only choice, not {value}.|{what} must be one of its %n choices, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>
            <numerusform>{what} muss der einzige Wert zur Wahl sein, nicht {value}.</numerusform>
            <numerusform>{what} muss einer der %n Werte zur Wahl sein, nicht {value}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} must be text, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss Text sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be a number, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss eine Zahl sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be a whole number, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss eine ganze Zahl sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be {minimum:g} or more, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} muss mindestens {minimum:g} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be {maximum:g} or less, not {value}.</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{what} darf höchstens {maximum:g} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>a number of more than 40 digits</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>eine Zahl von mehr als 40 Ziffern</translation>
    </message>
    <message>
        <source>a list</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a value of the kind {kind}</source>
        <extracomment>annotation_schema/values.py</extracomment>
        <translation>ein Wert der Art {kind}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>“{text}”</source>
        <extracomment>desktop/core/lint.py</extracomment>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>to do</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>offen</translation>
    </message>
    <message>
        <source>started</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>flagged</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>vorgemerkt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln|%Ln</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>LOWER_CASE_TITLES</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>KEEP_TITLES</translation>
    </message>
    <message>
        <source>{label} {text}</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>{label} {text}</translation>
    </message>
    <message>
        <source>“{step}” cannot be undone: {reason}</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>„{step}“ lässt sich nicht rückgängig machen: {reason}</translation>
    </message>
    <message>
        <source>“{step}” cannot be redone: {reason}</source>
        <extracomment>desktop/core/words.py</extracomment>
        <translation>„{step}“ lässt sich nicht wiederherstellen: {reason}</translation>
    </message>
</context>
</TS>
