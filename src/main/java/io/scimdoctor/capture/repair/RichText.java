package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.IOException;

/** Rich text (RTF), as office programs and some help desks keep what was pasted into them. */
public final class RichText implements Form<Printed> {
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
        for (int i = 0; i < rtf.length(); i++) {
            char c = rtf.charAt(i);
            if (c == '{') {
                depth++;
                hidden = hidden == 0 && isHidden(rtf, i) ? depth : hidden;
            } else if (c == '}') {
                hidden = hidden == depth ? 0 : hidden;
                depth--;
            } else if (c == '\\' && i + 1 < rtf.length()) {
                i = control(rtf, i + 1, hidden == 0 ? plain : new StringBuilder());
            } else if (hidden == 0 && c != '\r' && c != '\n') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Fonts, colours and styles stand in groups of their own. */
    private static boolean isHidden(String rtf, int brace) {
        return rtf.startsWith("\\fonttbl", brace + 1)
                || rtf.startsWith("\\colortbl", brace + 1)
                || rtf.startsWith("\\stylesheet", brace + 1)
                || rtf.startsWith("\\info", brace + 1)
                || rtf.startsWith("\\*", brace + 1);
    }

    /** Reads what stands behind a backslash; returns its last character's place. */
    private static int control(String rtf, int start, StringBuilder plain) {
        char c = rtf.charAt(start);
        if (!Character.isLetter(c)) {
            boolean hex = c == '\''
                    && start + 2 < rtf.length()
                    && Character.digit(rtf.charAt(start + 1), 16) >= 0
                    && Character.digit(rtf.charAt(start + 2), 16) >= 0;
            plain.append(hex ? (char) Integer.parseInt(rtf, start + 1, start + 3, 16) : c == '~' ? ' ' : c);
            return hex ? start + 2 : start;
        }
        int end = start;
        while (end < rtf.length() && Character.isLetter(rtf.charAt(end))) {
            end++;
        }
        String word = rtf.substring(start, end);
        int number = end;
        while (number < rtf.length() && (Character.isDigit(rtf.charAt(number)) || rtf.charAt(number) == '-')) {
            number++;
        }
        switch (word) {
            case "par", "line" -> plain.append('\n');
            case "tab" -> plain.append('\t');
            case "lquote", "rquote" -> plain.append('\'');
            case "ldblquote", "rdblquote" -> plain.append('"');
            default -> {}
        }
        return number < rtf.length() && rtf.charAt(number) == ' ' ? number : number - 1;
    }
}
