package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;

/** Text out of a mail's source: an equals sign stands before two hex digits, or breaks a line (RFC 2045, section 6.7). */
public final class QuotedPrintable implements Form<Printed> {
    private static final LatePattern BROKEN = LatePattern.of("=(?:\r\n?|\n)");
    private static final LatePattern BYTES = LatePattern.of("(?:=[0-9a-fA-F]{2})++");

    /** Broken lines alone, or equals signs alone, are common in other texts. */
    @Override
    public boolean matches(Printed text) {
        for (String line : text.rawLines()) {
            if (line.endsWith("=") && !line.endsWith("==") && line.length() > 60 && line.length() < 80) {
                return text.text().contains("=3D") || text.text().contains("=\n");
            }
        }
        return false;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        intake.text(decoded(text.text(), StandardCharsets.UTF_8));
    }

    static String decoded(String text, Charset charset) {
        String whole = BROKEN.matcher(text).replaceAll("");
        return BYTES.matcher(whole)
                .replaceAll(bytes -> Matcher.quoteReplacement(
                        new String(HexFormat.of().parseHex(bytes.group().replace("=", "")), charset)));
    }
}
