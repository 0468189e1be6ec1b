package io.scimdoctor.capture.text;

import java.util.ArrayList;
import java.util.List;

/** Undoes the frames that PowerShell draws around an error message. */
final class PowerShellLines {
    private PowerShellLines() {}

    /** The lines without the {@code     | } of PowerShell 7's concise view; other texts stay as they are. */
    static List<String> plain(List<String> lines) {
        boolean framed = false;
        for (String line : lines) {
            framed |= line.strip().equals("Line |");
        }
        if (!framed) {
            return lines;
        }
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            int bar = line.indexOf('|');
            boolean frame = bar >= 0 && bar < 12 && isFrame(line.substring(0, bar));
            String content = frame ? line.substring(Math.min(line.length(), bar + 2)) : line;
            if (!line.strip().equals("Line |") && !isUnderline(content)) {
                plain.add(content);
            }
        }
        return plain;
    }

    private static boolean isFrame(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnderline(String text) {
        String trimmed = text.trim();
        return !trimmed.isEmpty() && trimmed.chars().allMatch(c -> c == '~');
    }
}
