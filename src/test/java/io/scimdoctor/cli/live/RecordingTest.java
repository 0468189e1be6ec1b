package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws the README's picture from what the commands really print; {@code -Dgolden.update=true} draws it anew. */
final class RecordingTest {
    private static final Path PICTURE = Path.of("src", "site", "resources", "recording.svg");
    private static final String SAMPLES = "src/test/resources/io/scimdoctor/examples/";
    private static final List<String> COMMANDS = List.of(
            "check --simulate=token-expired",
            "classify answer.txt",
            "lint query /users?count=0&startIndex=0",
            "explain service-timeout");

    private static final int SECONDS = 8;
    private static final int COLUMNS = 80;
    private static final int ROWS = 40;
    private static final int LINE = 18;
    private static final int MARGIN = 16;
    private static final int WIDTH = COLUMNS * 8 + 2 * MARGIN;
    private static final Pattern CODE = Pattern.compile("\u001B\\[([0-9;]*)m");

    @TempDir
    private Path home;

    @Test
    void the_picture_shows_what_the_commands_print() throws Exception {
        String drawn = picture();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(PICTURE));
        // Throws when it is no XML.
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(PICTURE.toFile());
    }

    private String picture() {
        StringBuilder svg = new StringBuilder();
        int height = (ROWS + 1) * LINE + 2 * MARGIN;
        int share = 100 / COMMANDS.size();
        svg.append(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="A terminal: %s">
                <style>
                text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #d0d7de; white-space: pre }
                .b { font-weight: bold } .d { fill: #8b949e } .r { fill: #ff7b72 } .g { fill: #56d364 } .y { fill: #e3b341 }
                .c { fill: #79c0ff }
                .frame { opacity: 0; animation: show %ds infinite }
                @keyframes show { 0%%, %d%% { opacity: 1 } %d.1%%, 100%% { opacity: 0 } }
                @media (prefers-reduced-motion: reduce) { .frame { animation: none } .first { opacity: 1 } }
                </style>
                <rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
                """,
                WIDTH,
                height,
                escaped("scimdoctor " + String.join(", scimdoctor ", COMMANDS)),
                SECONDS * COMMANDS.size(),
                share,
                share));
        for (int i = 0; i < COMMANDS.size(); i++) {
            svg.append("<g class=\"frame")
                    .append(i == 0 ? " first" : "")
                    .append("\" style=\"animation-delay: ")
                    .append(i * SECONDS)
                    .append("s\">\n");
            frame(svg, COMMANDS.get(i));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private void frame(StringBuilder svg, String command) {
        List<String> lines = new ArrayList<>();
        lines.add("\u001B[1m$ scimdoctor " + command + "\u001B[0m");
        // Ports and times differ from run to run; these stand for them.
        String output = Golden.settled(output(command)).replace("PORT", "41571").replace("N ms", "2 ms");
        output.lines().forEach(line -> fold(line, lines));
        int more = lines.size() - ROWS;
        for (int row = 0; row < Math.min(lines.size(), ROWS); row++) {
            line(svg, row, lines.get(row));
        }
        if (more > 0) {
            line(svg, ROWS, "\u001B[2m… and " + more + " lines more\u001B[0m");
        }
    }

    /** As a terminal does; no long line has colours. */
    private static void fold(String line, List<String> lines) {
        int start = 0;
        while (!line.contains("\u001B") && line.length() - start > COLUMNS) {
            lines.add(line.substring(start, start + COLUMNS));
            start += COLUMNS;
        }
        lines.add(line.substring(start));
    }

    private String output(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(Files.exists(Path.of(SAMPLES + word)) ? SAMPLES + word : word);
        }
        words.addAll(List.of("--color", "always", "-q"));
        return CommandRun.with()
                .width(80)
                .variable("XDG_STATE_HOME", home.toString())
                .run(words.toArray(new String[0]))
                .out()
                .replace(SAMPLES, "");
    }

    private static void line(StringBuilder svg, int row, String line) {
        if (line.isBlank()) {
            return;
        }
        svg.append("<text x=\"")
                .append(MARGIN)
                .append("\" y=\"")
                .append(MARGIN + (row + 1) * LINE - 4)
                .append("\">");
        Matcher code = CODE.matcher(line);
        int from = 0;
        String style = "";
        while (code.find()) {
            span(svg, line.substring(from, code.start()), style);
            style = style(code.group(1));
            from = code.end();
        }
        span(svg, line.substring(from), style);
        svg.append("</text>\n");
    }

    private static void span(StringBuilder svg, String text, String style) {
        String shown = escaped(text);
        svg.append(style.isEmpty() || text.isEmpty() ? shown : "<tspan class=\"" + style + "\">" + shown + "</tspan>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String style(String codes) {
        List<String> classes = new ArrayList<>();
        for (String code : codes.split(";")) {
            switch (code) {
                case "1" -> classes.add("b");
                case "2" -> classes.add("d");
                case "31" -> classes.add("r");
                case "32" -> classes.add("g");
                case "33" -> classes.add("y");
                case "36" -> classes.add("c");
                default -> assertThat(code).isIn("", "0");
            }
        }
        return String.join(" ", classes);
    }
}
