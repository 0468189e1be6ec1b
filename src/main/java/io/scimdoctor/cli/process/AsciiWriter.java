package io.scimdoctor.cli.process;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes text for a terminal that shows ASCII only: our own symbols by their nearest signs, other characters as a mark. */
public final class AsciiWriter extends FilterWriter {
    private static final String SYMBOLS = "✓✗·•–—…→“”‘’\u00A0";
    private static final String[] SIGNS = {"+", "x", "-", "-", "-", "-", "...", "->", "\"", "\"", "'", "'", " "};

    public AsciiWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        out.write(plain(new String(text, offset, length)));
    }

    /** The text in ASCII. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int symbol = SYMBOLS.indexOf(c);
            if (c < 128) {
                plain.append(c);
            } else if (!Character.isLowSurrogate(c)) {
                plain.append(symbol < 0 ? "?" : SIGNS[symbol]);
            }
        }
        return plain.toString();
    }
}
