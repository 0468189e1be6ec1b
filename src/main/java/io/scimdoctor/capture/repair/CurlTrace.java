package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code curl --trace} and {@code --trace-ascii} print: parts that were sent and received, in hex or as text. */
public final class CurlTrace implements Form<Printed> {
    private static final Pattern PART = Pattern.compile(
            "^(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6} )?(=>|<=|==) (Send header|Send data|Recv header|Recv data|Info)");
    private static final Pattern LINE = Pattern.compile("^([0-9a-f]{4,8}): (.*)$");
    private static final Pattern HEX = Pattern.compile("^(?:[0-9a-f]{2} ){1,16}");
    private static final int WIDTH = 64;

    private final List<String> notes = new ArrayList<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    @Override
    public boolean matches(Printed text) {
        for (String line : text.rawLines()) {
            if (line.contains("=> Send header") || line.contains("<= Recv header")) {
                return true;
            }
        }
        return false;
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
                boolean other = !part.equals(start.group(2)) && !start.group(2).equals("Info");
                if (other && !part.isEmpty() && (start.group(2).startsWith("Send h") || part.startsWith("Send"))) {
                    message.writeBytes(new byte[] {'\n'});
                }
                part = start.group(2).equals("Info") ? part : start.group(2);
                expected = 0;
                if (start.group(2).equals("Info")) {
                    notes.add("* " + line.substring(start.end()).replaceFirst("^: ", ""));
                }
            } else if (content.find() && !part.isEmpty()) {
                int offset = Integer.parseUnsignedInt(content.group(1), 16);
                expected = add(content.group(2), offset, expected);
            } else {
                notes.add(line);
            }
        }
        return message.size() == 0 || !message.toString(StandardCharsets.UTF_8).contains("HTTP/")
                ? String.join("\n", notes)
                : message.toString(StandardCharsets.UTF_8) + "\n" + failures();
    }

    /** Adds a line's content; returns the offset at which the next line goes on without a line end between. */
    private int add(String content, int offset, int expected) {
        Matcher hex = HEX.matcher(content);
        if (hex.find()) {
            message.writeBytes(HexDump.bytesOf(hex.group()));
            return -1;
        }
        if (expected > 0 && offset == expected) {
            message.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        } else {
            message.writeBytes(
                    (offset == 0 || expected < 0 ? content : "\n" + content).getBytes(StandardCharsets.UTF_8));
        }
        boolean wide = content.length() >= WIDTH;
        if (!wide && offset == 0 && content.isEmpty()) {
            message.write('\n');
        }
        return wide ? offset + WIDTH : 1;
    }

    private String failures() {
        StringBuilder text = new StringBuilder();
        for (String note : notes) {
            text.append(note.startsWith("curl: (") ? note + "\n" : "");
        }
        return text.toString();
    }
}
