package io.scimdoctor.ticket.bundle;

import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.SecretFound;
import io.scimdoctor.report.block.BlockHtml;
import io.scimdoctor.report.block.BlockMarkdown;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHar;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.ticket.Material;
import io.scimdoctor.ticket.Ticket;
import io.scimdoctor.ticket.TicketJson;
import io.scimdoctor.ticket.TicketPage;
import io.scimdoctor.ticket.TicketText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ticket and its evidence in one zip file. The same evidence gives the same bytes: entries stand in the order of their
 * names and bear a fixed time. The key of the stand-ins is no part of it.
 */
public final class Bundle {
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_KIND = "TicketManifest";
    static final String RUNS = "runs/";
    static final String ARCHIVES = "har/";
    /** The ticket, in every bundle. */
    static final List<String> TICKETS = List.of("ticket.md", "ticket.txt", "ticket.json", "ticket.html");

    /** The earliest time that a zip file can name. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> entries = new TreeMap<>();

    private Bundle() {}

    /**
     * How a bundle is written.
     *
     * @param policy standard or strict
     * @param mask what the policy does to a whole text
     * @param textLength the longest plain text
     */
    public record Form(String policy, UnaryOperator<String> mask, int textLength) {}

    /** What the manifest says of an entry. */
    private record Named(String name, int size, String sha256) {}

    /** @param runs those that the ticket was made of */
    public static Bundle of(Ticket ticket, List<Run> runs, Form form) throws IOException {
        Bundle bundle = new Bundle();
        texts(ticket, form).forEach((name, text) -> bundle.add(name, form.mask().apply(text)));
        int number = 1_000;
        for (Run run : new Material(runs).runs()) {
            number++;
            // Their order is that of the ticket.
            String name = String.valueOf(number).substring(1);
            bundle.add(RUNS + name + ".json", form.mask().apply(RunJson.text(run)));
            bundle.add(ARCHIVES + name + ".har", form.mask().apply(RunHar.text(run)));
        }
        bundle.add(MANIFEST, manifest(bundle.entries, ticket, form));
        return bundle;
    }

    /** The ticket in each format, by the entry's name. */
    static Map<String, String> texts(Ticket ticket, Form form) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String entry : TICKETS) {
            texts.put(entry, text(entry.substring(entry.indexOf('.') + 1), ticket, form));
        }
        return texts;
    }

    /** The ticket in one format, by its name or by the ending of its file. */
    public static String text(String format, Ticket ticket, Form form) throws IOException {
        return switch (format) {
            case "markdown", "md" -> BlockMarkdown.of(TicketPage.of(ticket), 1);
            case "html" -> BlockHtml.of(TicketPage.of(ticket));
            case "json" -> TicketJson.of(ticket, form.policy());
            default -> TicketText.of(ticket, form.textLength());
        };
    }

    private void add(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the entries and their sizes in bytes. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        entries.forEach((name, content) -> sizes.put(name, content.length));
        return sizes;
    }

    /**
     * The bytes of the zip file.
     *
     * @throws SecretFound when an entry holds a known secret
     */
    public byte[] bytes(KnownSecrets secrets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (secrets.isIn(entry.getValue())) {
                    throw new SecretFound(entry.getKey() + " of the bundle");
                }
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String manifest(Map<String, byte[]> entries, Ticket ticket, Form form) throws IOException {
        StringWriter target = new StringWriter();
        List<Named> named = new ArrayList<>();
        entries.forEach((name, content) -> named.add(new Named(name, content.length, sha256(content))));
        Documents.write(
                target,
                MANIFEST_KIND,
                json -> json.field("title", ticket.subject().title())
                        .field("simulated", ticket.subject().simulated())
                        .field("redaction", form.policy())
                        .field("textLength", form.textLength())
                        .put("entries", named));
        return form.mask().apply(target.toString());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
