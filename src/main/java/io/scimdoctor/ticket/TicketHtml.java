package io.scimdoctor.ticket;

import io.scimdoctor.report.block.BlockHtml;

/** A ticket as one web page that needs nothing else: no script, no network. */
public final class TicketHtml {
    private TicketHtml() {}

    public static String of(Ticket ticket) {
        return BlockHtml.of(TicketPage.page(ticket));
    }
}
