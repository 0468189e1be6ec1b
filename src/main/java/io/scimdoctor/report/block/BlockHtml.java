package io.scimdoctor.report.block;

import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Status;
import io.scimdoctor.json.Resource;
import io.scimdoctor.report.format.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes blocks as one web page that needs nothing else: no script, no network. It is well-formed XML too, so that programs
 * can read it. Every text is escaped.
 */
public final class BlockHtml {
    /**
     * What no line may part: a word with hyphens such as a date, a finding or an option, and a number with its unit. A GUID
     * is longer, and gives way in a table of many columns.
     */
    private static final Pattern WHOLE = Pattern.compile("(?<![\\w-])(?=[\\w-]{2,30}+(?![\\w-]))\\w*+-[\\w-]*+"
            + "|(?<![\\d.,])\\d[\\d.,]*+ (?:ms|s|min|h|d|%)(?!\\w)");

    private final StringBuilder html = new StringBuilder(8_000);

    /** The ids of sections: where a text names one, it becomes a link. */
    private final List<String> ids = new ArrayList<>();

    /** What hides all but the chosen; a browser that does not know the selector shows everything. */
    private final StringBuilder rules = new StringBuilder();

    private int sections;

    /** How deep the heading lies that the next block belongs to. */
    private int level = 1;

    private BlockHtml(List<Block> blocks) {
        ids(blocks);
    }

    private void ids(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Section section) {
                if (section.id() != null) {
                    ids.add(section.id());
                }
                ids(section.blocks());
            } else if (block instanceof Block.Filter filter) {
                for (int i = 0; i < filter.options().size(); i++) {
                    rules.append("main:has(#X:checked) :is(details[class],li[class^=\"M\"]):not(.X){display:none}\n"
                            .replace("X", filter.mark() + i)
                            .replace("M", filter.mark()));
                }
            }
        }
    }

    public static String of(BlockPage report) {
        BlockHtml page = new BlockHtml(report.blocks());
        page.head(report);
        page.html.append("<nav aria-label=\"Contents\">\n<ul>\n");
        int number = 0;
        for (Block block : report.blocks()) {
            if (block instanceof Block.Section section) {
                number++;
                page.html.append(
                        "<li><a href=\"#" + anchor(section, number) + "\">" + text(section.title()) + "</a></li>\n");
            }
        }
        page.html.append("</ul>\n</nav>\n<main>\n");
        report.blocks().forEach(page::block);
        return page.html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void head(BlockPage report) {
        Status status = report.status();
        String title = XmlText.escaped(report.title());
        String word = status == null ? "" : status + ": ";
        html.append(Resource.text(BlockHtml.class, "head.html"))
                .append("<title>" + word + title + "</title>\n<style>\n" + Resource.text(BlockHtml.class, "page.css"))
                .append(rules + "</style>\n</head>\n"
                        + (report.simulated() ? "<body class=\"simulated\">\n" : "<body>\n"))
                .append("<header>\n" + (report.simulated() ? "<p class=\"stamp\">SIMULATED</p>\n" : ""))
                .append("<h1>" + (status == null ? "" : badge(status, status.name()) + " ") + text(report.title())
                        + "</h1>\n</header>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            element("p", paragraph.text());
        } else if (block instanceof Block.Warning warning) {
            html.append("<p class=\"warning\"><strong>" + text(warning.text()) + "</strong></p>\n");
        } else if (block instanceof Block.Bullets bullets) {
            bullets(bullets);
        } else if (block instanceof Block.Steps steps) {
            steps(steps);
        } else if (block instanceof Block.Facts facts) {
            facts(facts.facts());
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Code code) {
            html.append(figure(code.label(), code.text(), code.language().isEmpty()));
        } else if (block instanceof Block.Bars bars) {
            html.append(Bar.figure(bars));
        } else if (block instanceof Block.Folded folded) {
            String marks = folded.marks().isEmpty() ? "" : " class=\"" + String.join(" ", folded.marks()) + "\"";
            html.append("<details" + marks + ">\n<summary>" + text(folded.title()) + "</summary>\n");
            folded.blocks().forEach(this::block);
            html.append("</details>\n");
        } else if (block instanceof Block.Filter filter) {
            filter(filter);
        } else if (block instanceof Block.Section section) {
            section(section);
        } else if (block instanceof Block.Inner inner) {
            BlockPage page = inner.page();
            section(new Block.Section(page.title(), page.id(), page.status(), page.blocks()));
        }
    }

    /** @param aligned whether its lines belong below each other, such as a caret below its place */
    private static String figure(String caption, String code, boolean aligned) {
        return "<figure>\n" + (caption.isEmpty() ? "" : "<figcaption>" + text(caption) + "</figcaption>\n")
                + (aligned ? "<pre class=\"aligned\"" : "<pre") + " tabindex=\"0\"><code>"
                + XmlText.escaped(code.strip())
                + "</code></pre>\n</figure>\n";
    }

    private void filter(Block.Filter filter) {
        html.append("<fieldset>\n<legend>" + text(filter.title()) + "</legend>\n");
        for (int i = -1; i < filter.options().size(); i++) {
            String id = i < 0 ? "checked=\"checked" : "id=\"" + filter.mark() + i;
            String option = i < 0 ? "all" : text(filter.options().get(i));
            html.append("<label><input type=\"radio\" name=\"" + filter.mark() + "\" " + id + "\" /> " + option)
                    .append("</label>\n");
        }
        html.append("</fieldset>\n");
    }

    private void section(Block.Section section) {
        boolean outer = level == 1;
        String id = anchor(section, outer ? ++sections : 0);
        Status status = section.status();
        level++;
        html.append(outer ? "<section aria-labelledby=\"" + id + "\">\n" : "<article>\n")
                .append("<h" + level + (id.isEmpty() ? ">" : " id=\"" + id + "\">"))
                .append(status == null ? "" : badge(status, section.word()) + " ")
                .append(text(section.title()))
                .append(section.id() == null ? "" : " <code>" + text(section.id()) + "</code>")
                .append("</h" + level + ">\n");
        section.blocks().forEach(this::block);
        level--;
        html.append(outer ? "</section>\n" : "</article>\n");
    }

    private static String anchor(Block.Section section, int number) {
        if (section.id() != null) {
            return "finding-" + XmlText.escaped(section.id());
        }
        return number == 0 ? "" : "s" + number;
    }

    private static String link(String address) {
        String escaped = XmlText.escaped(address);
        return "<a href=\"" + escaped + "\" rel=\"noreferrer\">" + escaped + "</a>";
    }

    private void bullets(Block.Bullets bullets) {
        boolean plain = bullets.marks().isEmpty();
        html.append(plain ? "<ul>\n" : "<ul class=\"rows\">\n");
        for (int i = 0; i < bullets.items().size(); i++) {
            String text = bullets.items().get(i);
            html.append(plain ? "<li>" : "<li class=\"" + bullets.marks().get(i) + "\">")
                    .append((bullets.links() ? link(text) : plain ? shown(text) : XmlText.escaped(text)) + "</li>\n");
        }
        html.append("</ul>\n");
    }

    private void steps(Block.Steps steps) {
        html.append("<ol>\n");
        for (int i = 0; i < steps.items().size(); i++) {
            html.append("<li>" + text(steps.items().get(i)));
            for (FixCommand command : steps.commands(i + 1)) {
                html.append("\n" + figure(command.tool(), command.text(), false));
            }
            html.append("</li>\n");
        }
        html.append("</ol>\n");
    }

    /** What is a text stands in a list; all else gets a heading of its own. */
    private void facts(List<Block.Fact> facts) {
        boolean open = false;
        for (Block.Fact fact : facts) {
            String text = fact.text();
            boolean opens = text != null;
            String tag = opens ? "<dl>\n" : "</dl>\n";
            html.append(opens == open ? "" : tag);
            open = opens;
            if (text != null) {
                html.append("<div><dt>" + text(fact.name()) + "</dt><dd>" + shown(text) + "</dd></div>\n");
            } else {
                element("h" + (level + 1), fact.name());
                fact.blocks().forEach(this::block);
            }
        }
        html.append(open ? "</dl>\n" : "");
    }

    /** It can be scrolled by keys where it is too wide. */
    private void table(Block.Table table) {
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table: "
                + XmlText.escaped(table.label()) + "\">\n<table>\n<thead><tr>");
        table.columns().forEach(column -> html.append("<th scope=\"col\">" + text(column) + "</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr><th scope=\"row\">" + cell(row.get(0)) + "</th>");
            row.subList(1, row.size()).forEach(cell -> html.append("<td>" + cell(cell) + "</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private String cell(String text) {
        Status status = Looks.status(text);
        return status == null ? shown(text) : badge(status, text);
    }

    /** A text that may be parted where a reader does not mind. */
    static String text(String text) {
        return WHOLE.matcher(XmlText.escaped(text)).replaceAll("<span>$0</span>");
    }

    private String shown(String text) {
        String shown = text(text);
        if (ids.contains(text)) {
            return reference(text);
        }
        if (Looks.isName(text)) {
            return "<code>" + shown + "</code>";
        }
        for (String id : ids) {
            shown = text.contains("[" + id) ? shown.replace("[" + text(id) + "]", reference(id)) : shown;
        }
        return shown;
    }

    private static String reference(String id) {
        return "<a href=\"#finding-" + XmlText.escaped(id) + "\"><code>" + text(id) + "</code></a>";
    }

    private void element(String name, String text) {
        html.append("<" + name + ">" + shown(text) + "</" + name + ">\n");
    }

    /** A status by word and colour. */
    private static String badge(Status status, String word) {
        return "<span class=\"badge " + status.slug() + "\">" + word + "</span>";
    }
}
