package io.scimdoctor.ticket;

import java.util.ArrayList;
import java.util.List;

/** A piece of a document, before anybody has decided how it looks. */
sealed interface Block
        permits Block.Paragraph, Block.Warning, Block.Bullets, Block.Steps, Block.Facts, Block.Rows, Block.Code {

    /** A heading and what belongs to it. */
    record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** What must not be overlooked. */
    record Warning(String text) implements Block {}

    /** Items without an order. */
    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Items to be done one after the other. */
    record Steps(List<String> items) implements Block {
        public Steps {
            items = List.copyOf(items);
        }
    }

    /** Names and values. */
    record Facts(List<Ticket.Fact> facts) implements Block {
        /** What is not known is named in one line. */
        public Facts {
            List<Ticket.Fact> known = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (Ticket.Fact fact : facts) {
                if (fact.value() == null) {
                    unknown.add(fact.name());
                } else {
                    known.add(fact);
                }
            }
            if (!unknown.isEmpty()) {
                known.add(new Ticket.Fact("not known", String.join(", ", unknown)));
            }
            facts = List.copyOf(known);
        }
    }

    /** A table; every row has as many cells as there are columns. */
    record Rows(List<String> columns, List<List<String>> rows) implements Block {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** Lines that are kept as they are. */
    record Code(String label, String language, String text) implements Block {}
}
