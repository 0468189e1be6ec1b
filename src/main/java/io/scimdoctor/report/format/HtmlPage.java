package io.scimdoctor.report.format;

import io.scimdoctor.finding.Status;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One web page that needs nothing else: no script, no network. It is well-formed XML too, so that programs can read it.
 * What is called HTML here is markup already; every text is escaped.
 */
public final class HtmlPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final String title;
    private final String heading;
    private final boolean simulated;
    private final List<String> sections = new ArrayList<>();
    private final StringBuilder main = new StringBuilder();

    /** A name and its value; a value that is not known is set apart. */
    public record Fact(String name, String value, boolean known) {
        public static Fact of(String name, String value) {
            return new Fact(name, value, true);
        }
    }

    public HtmlPage(String title, boolean simulated) {
        this(title, escaped(title), simulated);
    }

    /** @param heading the title once more, as HTML */
    HtmlPage(String title, String heading, boolean simulated) {
        this.title = title;
        this.heading = heading;
        this.simulated = simulated;
    }

    /** Begins a section, which ends with the next one. */
    public HtmlPage section(String name) {
        html(sections.isEmpty() ? "" : "</section>\n");
        sections.add(name);
        String id = "s" + sections.size();
        return html("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + escaped(name) + "</h2>\n");
    }

    public HtmlPage paragraph(String text) {
        return element("p", text);
    }

    /** What must not be overlooked. */
    public HtmlPage warning(String text) {
        return html("<p class=\"warning\"><strong>" + escaped(text) + "</strong></p>\n");
    }

    public HtmlPage bullets(List<String> items) {
        return list("ul", items);
    }

    /** What is to be done in this order. */
    public HtmlPage steps(List<String> items) {
        return list("ol", items);
    }

    private HtmlPage list(String kind, List<String> items) {
        html("<" + kind + ">\n");
        items.forEach(item -> element("li", item));
        return html("</" + kind + ">\n");
    }

    public HtmlPage facts(List<Fact> facts) {
        html("<dl>\n");
        for (Fact fact : facts) {
            html("<div><dt>" + escaped(fact.name()) + "</dt><dd" + (fact.known() ? ">" : " class=\"unknown\">"));
            html(escaped(fact.value()) + "</dd></div>\n");
        }
        return html("</dl>\n");
    }

    /** Lines that are kept as they are. */
    public HtmlPage code(String label, String text) {
        html("<figure>\n<figcaption>" + escaped(label) + "</figcaption>\n");
        return html("<pre tabindex=\"0\"><code>" + escaped(text) + "</code></pre>\n</figure>\n");
    }

    /**
     * Begins a table, which {@link #endTable} ends. It can be scrolled by keys where it is too wide.
     *
     * @param label a name that no other table of the page has
     */
    public HtmlPage table(String label, List<String> columns) {
        html("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table: " + escaped(label)
                + "\">\n<table>\n");
        html("<thead><tr>");
        columns.forEach(column -> html("<th scope=\"col\">" + escaped(column) + "</th>"));
        return html("</tr></thead>\n<tbody>\n");
    }

    /** A row whose first cell names it; its cells are HTML. */
    public HtmlPage row(List<String> cells) {
        html("<tr><th scope=\"row\">" + cells.get(0) + "</th>");
        cells.subList(1, cells.size()).forEach(cell -> html("<td>" + cell + "</td>"));
        return html("</tr>\n");
    }

    public HtmlPage endTable() {
        return html("</tbody>\n</table>\n</div>\n");
    }

    /** An element with a text alone. */
    public HtmlPage element(String name, String text) {
        return html("<" + name + ">" + escaped(text) + "</" + name + ">\n");
    }

    public HtmlPage html(String html) {
        main.append(html);
        return this;
    }

    /** The whole page. */
    public String text() {
        StringBuilder page = new StringBuilder(main.length() + 8_000);
        head(page);
        page.append("<nav aria-label=\"Contents\">\n<ul>\n");
        for (int i = 0; i < sections.size(); i++) {
            page.append("<li><a href=\"#s").append(i + 1).append("\">");
            page.append(escaped(sections.get(i))).append("</a></li>\n");
        }
        page.append("</ul>\n</nav>\n<main>\n").append(main);
        page.append(sections.isEmpty() ? "" : "</section>\n");
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void head(StringBuilder page) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\" />\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        page.append("<meta name=\"color-scheme\" content=\"light dark\" />\n");
        page.append("<meta name=\"robots\" content=\"noindex\" />\n");
        page.append("<title>").append(escaped(title)).append("</title>\n<style>\n");
        page.append(Resource.text(HtmlPage.class, "page.css")).append("</style>\n</head>\n");
        page.append(simulated ? "<body class=\"simulated\">\n" : "<body>\n").append("<header>\n");
        page.append(simulated ? "<p class=\"stamp\">SIMULATED</p>\n" : "");
        page.append("<h1>").append(heading).append("</h1>\n</header>\n");
    }

    /** A status as HTML, by word and colour. */
    public static String badge(Status status) {
        String name = status.slug();
        return "<span class=\"badge " + name + "\">" + name.toUpperCase(Locale.ROOT) + "</span>";
    }

    /** A name or an id as HTML; nothing for an empty one. */
    public static String code(String text) {
        return text.isBlank() ? "" : "<code>" + escaped(text) + "</code>";
    }

    /** A text as HTML, without what XML cannot hold. */
    public static String escaped(String text) {
        return XmlText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
