package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.text.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it is saved (RFC 5322 and 2045): its parts in base64 or quoted-printable, as text or HTML. */
public final class MailMessage implements Form<Printed> {
    private static final int DEEPEST = 5;
    private static final Pattern PARAMETER =
            Pattern.compile("\\b(boundary|charset)=\"?([^\";\\s]{1,200})", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean matches(Printed text) {
        List<String> lines = text.rawLines();
        boolean coded = false;
        boolean mail = false;
        for (int i = 0; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String lower = Texts.lower(lines.get(i));
            coded |= lower.startsWith("content-transfer-encoding:")
                    || lower.contains("boundary=")
                    || lower.contains("text/html");
            mail |= lower.startsWith("mime-version:") || lower.startsWith("from:") || lower.startsWith("subject:");
        }
        return coded && mail;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        StringBuilder plain = new StringBuilder();
        part(text.rawLines(), plain, 0);
        intake.text(plain.toString());
    }

    private void part(List<String> lines, StringBuilder plain, int depth) {
        int blank = 0;
        StringBuilder head = new StringBuilder();
        while (blank < lines.size() && !lines.get(blank).isBlank()) {
            String line = lines.get(blank++);
            head.append(Character.isWhitespace(line.charAt(0)) ? " " : "\n").append(line.strip());
        }
        List<String> body = lines.subList(Math.min(blank + 1, lines.size()), lines.size());
        String type = field(head, "content-type");
        String boundary = parameter(type, "boundary");
        if (!boundary.isEmpty() && depth < DEEPEST) {
            for (List<String> inner : parts(body, "--" + boundary)) {
                part(inner, plain, depth + 1);
            }
            return;
        }
        if (type.isEmpty() || Texts.startsIgnoringCase(type, "text/") || Texts.startsIgnoringCase(type, "message/")) {
            String decoded = decoded(body, Texts.lower(field(head, "content-transfer-encoding")), charset(type));
            plain.append(Texts.startsIgnoringCase(type, "text/html") ? PageText.of(decoded) : decoded)
                    .append("\n\n");
        }
    }

    private static List<List<String>> parts(List<String> lines, String boundary) {
        List<List<String>> parts = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(boundary)) {
                if (start >= 0) {
                    parts.add(lines.subList(start, i));
                }
                start = i + 1;
            }
        }
        if (start >= 0 && start < lines.size()) {
            parts.add(lines.subList(start, lines.size()));
        }
        return parts;
    }

    private static String field(CharSequence head, String name) {
        for (String line : head.toString().split("\n")) {
            if (Texts.startsIgnoringCase(line, name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static String parameter(String type, String name) {
        Matcher matcher = PARAMETER.matcher(type);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }

    private static Charset charset(String type) {
        try {
            String name = parameter(type, "charset");
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String decoded(List<String> body, String encoding, Charset charset) {
        String text = String.join("\n", body);
        if (encoding.equals("quoted-printable")) {
            return QuotedPrintable.decoded(text, charset);
        }
        if (!encoding.equals("base64")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), charset);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
