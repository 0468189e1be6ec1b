package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as hexdump, xxd or a logger of the network prints them: an offset, the bytes, and what can be read of them. */
public final class HexDump implements Form<Printed> {
    private static final int FEWEST_LINES = 2;
    private static final Pattern LINE = Pattern.compile(
            "^[\\s|]{0,9}+[0-9a-fA-F]{4,10}+[:|]?+\\s{1,4}+((?:[0-9a-fA-F]{2}){1,2} (?:[0-9a-fA-F ]{0,60}))");

    @Override
    public boolean matches(Printed text) {
        int dumped = 0;
        int other = 0;
        for (String line : text.rawLines()) {
            if (bytes(line) != null) {
                dumped++;
            } else {
                other++;
            }
            if (dumped + other > 60) {
                break;
            }
        }
        return dumped >= FEWEST_LINES && dumped * 3 > other;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean within = false;
        for (String line : text.rawLines()) {
            byte[] some = bytes(line);
            if (some != null) {
                bytes.writeBytes(some);
            } else if (within
                    && !line.isBlank()
                    && Character.isLetterOrDigit(line.strip().charAt(0))) {
                bytes.write('\n');
            }
            within = some != null || within;
        }
        intake.text(bytes.toString(StandardCharsets.UTF_8));
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.find() ? bytesOf(matcher.group(1)) : null;
    }

    /** The bytes of one line: at most sixteen, in front of two blanks or the column of characters. */
    static byte[] bytesOf(String digits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i + 1 < digits.length() && bytes.size() < 16) {
            int high = Character.digit(digits.charAt(i), 16);
            int low = Character.digit(digits.charAt(i + 1), 16);
            if (high < 0 && digits.charAt(i) == ' ') {
                boolean gap = i + 2 < digits.length() && digits.charAt(i + 1) == ' ' && bytes.size() != 8;
                if (gap) {
                    break;
                }
                i++;
            } else if (high < 0 || low < 0) {
                break;
            } else {
                bytes.write(high * 16 + low);
                i += 2;
            }
        }
        return bytes.toByteArray();
    }
}
