package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.regex.Matcher;

/** Rich text (RTF), as office programs and some help desks keep what was pasted into them. */
public final class RichText implements Form<Printed> {
    /** A brace, a byte, a word, another sign, or text. Fonts, colours and styles stand in groups of their own. */
    private static final LatePattern TOKEN = LatePattern.of(
            "(?s)(\\{)(?=(\\\\(?:fonttbl|colortbl|stylesheet|info|\\*))?)|\\}|\\\\'([0-9a-fA-F]{2})|\\\\(\\p{L}++)[\\d-]*+ ?|\\\\(.)|[^\\\\{}\\r\\n]++");

    @Override
    public boolean matches(Printed text) {
        return text.text().startsWith("{\\rtf");
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        intake.text(plain(text.text()));
    }

    private static String plain(String rtf) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        int hidden = 0;
        for (Matcher token = TOKEN.matcher(rtf); token.find(); ) {
            if (token.group(1) != null) {
                depth++;
                hidden = hidden == 0 && token.group(2) != null ? depth : hidden;
            } else if (token.group().equals("}")) {
                hidden = hidden == depth ? 0 : hidden;
                depth--;
            } else if (hidden == 0) {
                plain.append(text(token));
            }
        }
        return plain.toString();
    }

    private static String text(Matcher token) {
        if (token.group(3) != null) {
            return String.valueOf((char) Integer.parseInt(token.group(3), 16));
        }
        if (token.group(4) == null) {
            return "~".equals(token.group(5)) ? " " : token.group(5) != null ? token.group(5) : token.group();
        }
        return switch (token.group(4)) {
            case "par", "line" -> "\n";
            case "tab" -> "\t";
            case "lquote", "rquote" -> "'";
            case "ldblquote", "rdblquote" -> "\"";
            default -> "";
        };
    }
}
