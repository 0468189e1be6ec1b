package io.scimdoctor.ticket;

import io.scimdoctor.report.block.BlockMarkdown;

/** A ticket as Markdown (CommonMark with tables). */
public final class TicketMarkdown {
    private TicketMarkdown() {}

    public static String of(Ticket ticket) {
        return BlockMarkdown.of(TicketPage.page(ticket), 1);
    }
}
