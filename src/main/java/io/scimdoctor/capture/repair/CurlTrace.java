package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** What {@code curl --trace} and {@code --trace-ascii} print: parts that were sent and received, in hex or as text. */
public final class CurlTrace implements Form<Printed> {
    private static final LatePattern PART = LatePattern.of(
            "^(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6} )?(?:=>|<=|==) (?:(Send header|Send data|Recv header|Recv data)|Info)");
    private static final LatePattern LINE = LatePattern.of("^([0-9a-f]{4,8}): (.*)$");
    private static final LatePattern HEX = LatePattern.of("^(?:[0-9a-f]{2} ){1,16}");
    private static final int WIDTH = 64;

    private final List<String> notes = new ArrayList<>();
    /** Its bytes, each as a character; what is shown as text is ASCII. */
    private final StringBuilder message = new StringBuilder();

    @Override
    public boolean matches(Printed text) {
        return text.text().contains("=> Send header") || text.text().contains("<= Recv header");
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        intake.text(new CurlTrace().plain(text.rawLines()));
    }

    private String plain(List<String> lines) {
        String part = "";
        int expected = 0;
        for (String line : lines) {
            Matcher start = PART.matcher(line);
            Matcher content = LINE.matcher(line);
            if (start.find()) {
                String next = start.group(1) == null ? part : start.group(1);
                boolean turn = next.startsWith("Send h") || part.startsWith("Send");
                message.append(turn && !part.isEmpty() && !part.equals(next) ? "\n" : "");
                part = next;
                expected = 0;
                if (start.group(1) == null) {
                    notes.add("* " + line.substring(start.end()).replaceFirst("^: ", ""));
                }
            } else if (content.find() && !part.isEmpty()) {
                expected = add(content.group(2), Integer.parseUnsignedInt(content.group(1), 16), expected);
            } else {
                notes.add(line);
            }
        }
        List<String> failures =
                notes.stream().filter(note -> note.startsWith("curl: (")).toList();
        return message.indexOf("HTTP/") < 0
                ? String.join("\n", notes)
                : HexDump.decoded(message) + "\n" + String.join("\n", failures);
    }

    /** Adds a line's content; returns the offset at which the next line goes on without a line end between. */
    private int add(String content, int offset, int expected) {
        Matcher hex = HEX.matcher(content);
        if (hex.find()) {
            message.append(HexDump.bytesOf(hex.group()));
            return -1;
        }
        boolean goesOn = offset == 0 || expected < 0 || (expected > 0 && offset == expected);
        message.append(goesOn ? "" : "\n").append(content);
        message.append(offset == 0 && content.isEmpty() ? "\n" : "");
        return content.length() >= WIDTH ? offset + WIDTH : 1;
    }
}
