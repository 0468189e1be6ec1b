package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;

/** Bytes as hexdump, xxd or a logger of the network prints them: an offset, the bytes, and what can be read of them. */
public final class HexDump implements Form<Printed> {
    private static final int FEWEST_LINES = 2;
    private static final int LINES_TO_TRY = 60;
    private static final LatePattern PAIR = LatePattern.of("\\G( {0,2})([0-9a-fA-F]{2})");
    private static final LatePattern LINE = LatePattern.of(
            "^[\\s|]{0,9}+[0-9a-fA-F]{4,10}+[:|]?+\\s{1,4}+((?:[0-9a-fA-F]{2}){1,2} (?:[0-9a-fA-F ]{0,60}))");

    @Override
    public boolean matches(Printed text) {
        List<String> head = text.rawLines().subList(0, Math.min(text.rawLines().size(), LINES_TO_TRY));
        int dumped = 0;
        for (String line : head) {
            dumped += mayBegin(line) && LINE.matcher(line).find() ? 1 : 0;
        }
        return dumped >= FEWEST_LINES && dumped * 3 > head.size() - dumped;
    }

    /** Spares most texts the pattern. */
    private static boolean mayBegin(String line) {
        boolean digits = line.length() > 4;
        for (int i = 0; digits && i < 4; i++) {
            digits = " \t|0123456789abcdefABCDEF".indexOf(line.charAt(i)) >= 0;
        }
        return digits;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (String line : text.rawLines()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                bytes.append(bytesOf(matcher.group(1)));
            } else if (!bytes.isEmpty()
                    && !line.isBlank()
                    && Character.isLetterOrDigit(line.strip().charAt(0))) {
                bytes.append('\n');
            }
        }
        intake.text(decoded(bytes));
    }

    /** The bytes of one line, each as a character: at most sixteen, in front of two blanks or the column of characters. */
    static String bytesOf(String digits) {
        StringBuilder bytes = new StringBuilder();
        Matcher pair = PAIR.matcher(digits);
        while (bytes.length() < 16 && pair.find() && (pair.group(1).length() < 2 || bytes.length() == 8)) {
            bytes.append((char) Integer.parseInt(pair.group(2), 16));
        }
        return bytes.toString();
    }

    /** The text of bytes that are kept as characters. */
    static String decoded(CharSequence bytes) {
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
