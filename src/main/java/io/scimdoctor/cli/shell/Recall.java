package io.scimdoctor.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/** Keeps the first lines of a report, the verdict and who must act, to repeat them when they have scrolled away. */
final class Recall {
    private static final int MOST_VERDICTS = 2;
    private static final Pattern VERDICT = Pattern.compile("(?:FAIL|WARN|UNKNOWN) ");

    private final List<StringBuilder> verdicts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int lines;
    private boolean open;

    void read(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                lines++;
                read(AttributedString.stripAnsi(line.toString()).stripTrailing());
                line.setLength(0);
            } else {
                line.append(text[i]);
            }
        }
    }

    private void read(String text) {
        String content = text.strip();
        StringBuilder last = verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
        if (VERDICT.matcher(text).lookingAt()) {
            open = verdicts.size() < MOST_VERDICTS;
            if (open) {
                verdicts.add(new StringBuilder(content.replaceFirst(" +", "  ")));
            }
        } else if (open && last != null && last.charAt(last.length() - 1) != ']') {
            last.append(' ').append(content);
        } else if (open && last != null && content.startsWith("Who ")) {
            String person = content.substring(content.indexOf(':') + 1).replaceFirst("^Who +", "");
            last.append("\n      Who  ").append(person.strip().replaceFirst("\\.$", ""));
            open = false;
        }
    }

    /** The verdict again when it has scrolled away; otherwise nothing. */
    String text(int height) {
        return verdicts.isEmpty() || height <= 0 || lines < height - 1 ? "" : String.join("\n", verdicts) + "\n";
    }
}
