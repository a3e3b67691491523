// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.archive.ReadingRoom;
import org.parley.archive.Taken;
import org.parley.document.ReadDocument;
import org.parley.proposal.Proposals;
import org.parley.proposal.ollama.OllamaProposer;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks a model about documents that were taken in, if somebody wants that. One that does not answer
 * is not asked again: each question to it costs its whole patience.
 */
final class Proposing implements AutoCloseable {
    private final ReadingRoom room;
    private final Optional<OllamaProposer> proposer;
    private final Duration limit;
    private Optional<Problem> problem = Optional.empty();
    private boolean failed;

    /**
     * @param limit after which no further paragraph of a document is shown
     */
    Proposing(ReadingRoom room, Optional<String> model, String address, Duration limit) {
        this.room = room;
        this.limit = limit;
        this.proposer = model.map(name -> new OllamaProposer(address, name));
    }

    /** What it proposes about a document; nothing if nobody is asked, or it does not answer. */
    Optional<Proposals> about(Taken taken) {
        if (proposer.isEmpty() || failed) {
            return Optional.empty();
        }
        try {
            ReadDocument document = room.document(taken.entry());
            Proposals proposals =
                    Proposals.of(
                            room, document, taken.reading().head().date(), proposer.get(), limit);
            room.keep(taken.entry().id(), document, proposer.get().name(), proposals.kept());
            return Optional.of(proposals);
        } catch (ParleyException e) {
            failed = true;
            problem = Optional.of(e.problem());
            return Optional.empty();
        }
    }

    /** Whether somebody is asked and has not failed. */
    boolean asks() {
        return proposer.isPresent() && !failed;
    }

    String name() {
        return proposer.map(OllamaProposer::name).orElse("");
    }

    /** What went wrong, told once. */
    Optional<Problem> problem() {
        Optional<Problem> told = problem;
        problem = Optional.empty();
        return told;
    }

    boolean failed() {
        return failed;
    }

    @Override
    public void close() {
        proposer.ifPresent(OllamaProposer::close);
    }
}
