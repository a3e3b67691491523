// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.NoteMark;
import org.parley.document.ReadDocument;
import org.parley.extraction.words.Sentences.Part;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Of which treaty a note speaks: of the one that was spoken of where its mark stands, whatever came
 * after. Notes stand at the end, where a survey of several treaties has long gone on to others. Not
 * safe for several threads.
 */
final class NoteTopics {
    private final ReadDocument document;
    private final Map<Integer, Memory.Topic> topics = new HashMap<>();

    NoteTopics(ReadDocument document) {
        this.document = document;
    }

    /** Keeps what was spoken of for the notes whose marks stand in or just after a sentence. */
    void pass(Part sentence, Memory memory) {
        for (NoteMark mark : document.notes()) {
            if (mark.block() >= 0
                    && mark.at() >= sentence.from()
                    && mark.at() <= sentence.to() + 1) {
                topics.put(mark.block(), memory.topic());
            }
        }
    }

    /** Begins a paragraph, and goes back to what was spoken of where it is a note. */
    void beginParagraph(int block, Memory memory) {
        memory.beginParagraph(document.blocks().get(block).kind());
        Optional.ofNullable(topics.get(block)).ifPresent(memory::goBack);
    }
}
