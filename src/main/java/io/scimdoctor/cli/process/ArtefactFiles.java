package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import io.scimdoctor.redact.SecretFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes the files that are made to be handed on, searched for secrets before they get their names. */
public record ArtefactFiles(Environment environment) {
    /**
     * Writes a text to its file, or to standard output, as the policy lets it out.
     *
     * @param what the text is called when something is wrong with it
     * @throws Stopped when it cannot be written
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; nothing is left then
     */
    public void write(Outputs.Wish wish, String text, String what) throws IOException {
        byte[] content = environment.outgoing().pass(text).getBytes(StandardCharsets.UTF_8);
        String file = wish.file();
        if (environment.secrets().isIn(content)) {
            throw new SecretFound(what);
        }
        if (file == null) {
            environment.out().write(text);
        } else {
            write(file, content, what);
        }
    }

    /**
     * @param what the file is called when something is wrong with it
     * @throws Stopped when it cannot be written
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; nothing is left then
     */
    public void write(String name, byte[] content, String what) throws IOException {
        try {
            Path target = Path.of(name);
            Path temporary = target.resolveSibling("." + environment.source().newId() + ".tmp");
            SafeFile.write(target, temporary, content, environment.secrets(), what);
        } catch (FileSystemException | InvalidPathException e) {
            throw Stopped.usage(
                    "'" + Redactor.seen(name) + "' cannot be written", "check the folder and its permissions");
        }
    }
}
