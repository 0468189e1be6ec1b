package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail as it is saved (RFC 5322 and 2045): its parts in base64 or quoted-printable, as text or HTML. */
public final class MailMessage implements Form<Printed> {
    private static final int DEEPEST = 5;
    private static final LatePattern BLANK = LatePattern.of("(?m)^\\h*+$");
    private static final LatePattern CODED = LatePattern.of(
            "(?im)^content-(?:transfer-encoding:|type: ?text/plain)|^[^\\n]{0,1000}(?:boundary=|text/html)");

    private static final LatePattern MAIL = LatePattern.of("(?im)^(?:mime-version|from|subject):");

    @Override
    public boolean matches(Printed text) {
        String head = head(text.text());
        return !head.startsWith("<")
                && MAIL.matcher(head).find()
                && CODED.matcher(head).find();
    }

    private static String head(String mail) {
        Matcher blank = BLANK.matcher(mail);
        return mail.substring(0, blank.find() ? blank.start() : mail.length());
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        StringBuilder plain = new StringBuilder();
        part(text.text(), plain, 0);
        intake.stream(new ByteArrayInputStream(plain.toString().strip().getBytes(StandardCharsets.UTF_8)), false);
    }

    private static void part(String mail, StringBuilder plain, int depth) {
        String body = mail.substring(head(mail).length()).replaceFirst("^\\h*\\R", "");
        String head = head(mail).replaceAll("\\R\\h++", " ");
        String type = Texts.lower(found("(?im)^content-type:\\s*+(.*)$", head));
        String boundary = found("(?i)\\bboundary=\"?([^\";\\s]{1,200})", head);
        if (!boundary.isEmpty() && depth < DEEPEST) {
            Stream.of(body.split("(?m)^--" + Pattern.quote(boundary) + ".*$\\R?"))
                    .skip(1)
                    .forEach(inner -> part(inner, plain, depth + 1));
        } else if (type.isEmpty() || type.startsWith("text/") || type.startsWith("message/")) {
            String encoding = Texts.lower(found("(?im)^content-transfer-encoding:\\s*+(\\S*)", head));
            String decoded = decoded(body, encoding, charset(found("\\bcharset=\"?([^\";\\s]{1,200})", type)));
            plain.append(type.startsWith("text/html") ? PageText.of(decoded) : decoded)
                    .append("\n\n");
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String decoded(String text, String encoding, Charset charset) {
        if (encoding.equals("quoted-printable")) {
            return QuotedPrintable.decoded(text, charset);
        }
        byte[] bytes = encoding.equals("base64") ? RecordBody.bytes(text) : null;
        return bytes == null ? text : new String(bytes, charset);
    }
}
