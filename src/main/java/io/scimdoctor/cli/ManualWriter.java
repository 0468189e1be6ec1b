package io.scimdoctor.cli;

import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.ManPages;
import io.scimdoctor.manual.Program;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: writes the man pages. */
public final class ManualWriter {
    private static final int DATE = "2026-11-23".length();

    private ManualWriter() {}

    /** @param args the folder for the pages, and the time of the build */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Program program = CommandWords.program();
        ManPages pages = new ManPages(program, args[1].substring(0, DATE), Version.text());
        Files.writeString(folder.resolve("scimdoctor.1"), pages.overview());
        for (String group : program.groups().keySet()) {
            Files.writeString(folder.resolve("scimdoctor-" + group + ".1"), pages.group(group));
        }
        for (CommandEntry command : program.commands()) {
            Files.writeString(folder.resolve(command.page() + ".1"), pages.page(command));
        }
    }
}
