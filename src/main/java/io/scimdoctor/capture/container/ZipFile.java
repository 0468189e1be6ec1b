package io.scimdoctor.capture.container;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.source.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip file: each member is a capture of its own, except in a session of Fiddler, which keeps both sides apart. */
public final class ZipFile implements Form<ByteSource> {
    private static final int MOST_MEMBERS = 10_000;
    private static final int LARGEST_MEMBER = 256 * 1024 * 1024;
    private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

    @Override
    public boolean matches(ByteSource source) {
        return source.startsWith("PK\u0003\u0004");
    }

    @Override
    public void read(ByteSource source, Intake intake) throws IOException {
        ZipInputStream zip = new ZipInputStream(source.stream());
        Map<String, byte[]> requests = new HashMap<>();
        try {
            int members = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++members > MOST_MEMBERS) {
                    intake.unused("the zip file has more than " + MOST_MEMBERS + " members; the rest was not read");
                    return;
                }
                member(entry, zip, requests, intake);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            intake.unused("the zip file is damaged, cut off or encrypted here");
        }
    }

    private static void member(ZipEntry entry, InputStream zip, Map<String, byte[]> requests, Intake intake)
            throws IOException {
        String name = entry.getName();
        if (entry.isDirectory() || name.startsWith("__MACOSX/")) {
            return;
        }
        String session = name.startsWith("raw/") && name.endsWith(".txt") ? name.substring(0, name.length() - 5) : "";
        if (name.equals(session + "c.txt")) {
            requests.put(session, zip.readNBytes(LARGEST_MESSAGE));
        } else if (name.equals(session + "s.txt")) {
            byte[] request = requests.remove(session);
            Draft draft = RawMessages.of(request == null ? new byte[0] : request, zip.readNBytes(LARGEST_MESSAGE));
            intake.exchange(draft);
        } else if (session.isEmpty()) {
            byte[] member = zip.readNBytes(LARGEST_MEMBER);
            intake.stream(new ByteArrayInputStream(member), false);
        }
    }
}
