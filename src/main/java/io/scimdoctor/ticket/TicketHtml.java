package io.scimdoctor.ticket;

import io.scimdoctor.report.format.HtmlPage;
import java.util.ArrayList;
import java.util.List;

/** A ticket as one web page that needs nothing else: no script, no network. */
public final class TicketHtml {
    private final HtmlPage page;

    private TicketHtml(HtmlPage page) {
        this.page = page;
    }

    public static String of(Ticket ticket) {
        TicketHtml html = new TicketHtml(
                new HtmlPage(ticket.subject().title(), ticket.subject().simulated()));
        for (Block.Section section : TicketPage.of(ticket)) {
            html.page.section(section.title());
            section.blocks().forEach(html::block);
        }
        return html.page.text();
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            page.paragraph(paragraph.text());
        } else if (block instanceof Block.Warning warning) {
            page.warning(warning.text());
        } else if (block instanceof Block.Bullets bullets) {
            page.bullets(bullets.items());
        } else if (block instanceof Block.Steps steps) {
            page.steps(steps.items());
        } else if (block instanceof Block.Facts facts) {
            facts(facts);
        } else if (block instanceof Block.Rows rows) {
            table(rows);
        } else if (block instanceof Block.Code code) {
            page.code(code.label(), code.text().strip());
        }
    }

    private void facts(Block.Facts facts) {
        List<HtmlPage.Fact> shown = new ArrayList<>();
        for (Ticket.Fact fact : facts.facts()) {
            shown.add(new HtmlPage.Fact(fact.name(), String.valueOf(fact.value()), fact.value() != null));
        }
        page.facts(shown);
    }

    private void table(Block.Rows rows) {
        page.table("Attempts", rows.columns());
        rows.rows().forEach(row -> page.row(row.stream().map(HtmlPage::escaped).toList()));
        page.endTable();
    }
}
