package io.scimdoctor.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A ticket as one web page that needs nothing else: no script, no network. */
public final class TicketHtml {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final StringBuilder text = new StringBuilder();

    private TicketHtml() {}

    public static String of(Ticket ticket) {
        TicketHtml page = new TicketHtml();
        page.head(ticket);
        List<Block.Section> sections = TicketPage.of(ticket);
        page.contents(sections);
        for (int i = 0; i < sections.size(); i++) {
            page.section("s" + (i + 1), sections.get(i));
        }
        page.text.append("</main>\n</body>\n</html>\n");
        return page.text.toString();
    }

    private void head(Ticket ticket) {
        String title = escaped(ticket.subject().title());
        text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        text.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.append(
                "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
        text.append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n");
        text.append("<body")
                .append(ticket.subject().simulated() ? " class=\"simulated\"" : "")
                .append(">\n<header>\n");
        if (ticket.subject().simulated()) {
            text.append("<p class=\"stamp\">SIMULATED</p>\n");
        }
        text.append("<h1>").append(title).append("</h1>\n</header>\n");
    }

    private void contents(List<Block.Section> sections) {
        text.append("<nav aria-label=\"Contents\">\n<ul>\n");
        for (int i = 0; i < sections.size(); i++) {
            text.append("<li><a href=\"#s").append(i + 1).append("\">");
            text.append(escaped(sections.get(i).title())).append("</a></li>\n");
        }
        text.append("</ul>\n</nav>\n<main>\n");
    }

    private void section(String id, Block.Section section) {
        text.append("<section aria-labelledby=\"")
                .append(id)
                .append("\">\n<h2 id=\"")
                .append(id)
                .append("\">");
        text.append(escaped(section.title())).append("</h2>\n");
        section.blocks().forEach(this::block);
        text.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            element("p", paragraph.text());
        } else if (block instanceof Block.Warning warning) {
            text.append("<p class=\"warning\"><strong>")
                    .append(escaped(warning.text()))
                    .append("</strong></p>\n");
        } else if (block instanceof Block.Bullets bullets) {
            list("ul", bullets.items());
        } else if (block instanceof Block.Steps steps) {
            list("ol", steps.items());
        } else if (block instanceof Block.Facts facts) {
            facts(facts);
        } else if (block instanceof Block.Rows rows) {
            table(rows);
        } else if (block instanceof Block.Code code) {
            text.append("<figure>\n<figcaption>").append(escaped(code.label())).append("</figcaption>\n");
            text.append("<pre tabindex=\"0\"><code>")
                    .append(escaped(code.text().strip()))
                    .append("</code></pre>\n</figure>\n");
        }
    }

    private void facts(Block.Facts facts) {
        text.append("<dl>\n");
        for (Ticket.Fact fact : facts.facts()) {
            text.append("<div><dt>").append(escaped(fact.name())).append("</dt><dd");
            text.append(fact.value() == null ? " class=\"unknown\"" : "").append('>');
            text.append(escaped(fact.shown())).append("</dd></div>\n");
        }
        text.append("</dl>\n");
    }

    private void table(Block.Rows rows) {
        text.append(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Attempts\">\n<table>\n<thead><tr>");
        rows.columns()
                .forEach(column -> text.append("<th scope=\"col\">")
                        .append(escaped(column))
                        .append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows.rows()) {
            text.append("<tr>");
            row.forEach(cell -> text.append("<td>").append(escaped(cell)).append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</tbody>\n</table>\n</div>\n");
    }

    private void list(String kind, List<String> items) {
        text.append('<').append(kind).append(">\n");
        items.forEach(item -> element("li", item));
        text.append("</").append(kind).append(">\n");
    }

    private void element(String name, String content) {
        text.append('<')
                .append(name)
                .append('>')
                .append(escaped(content))
                .append("</")
                .append(name)
                .append(">\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream input = TicketHtml.class.getResourceAsStream("ticket.css")) {
            if (input == null) {
                throw new IllegalStateException("the style of the page is missing");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
