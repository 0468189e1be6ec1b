package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import io.scimdoctor.redact.SecretFound;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the files that are made to be handed on, searched for secrets before they get their names. */
public final class ArtefactFiles {
    private final Invocation invocation;

    /** @throws Stopped when a result would replace a capture that it is made of */
    public ArtefactFiles(Invocation invocation) throws IOException {
        this.invocation = invocation;
        refuse("--bundle", invocation.text("--bundle"));
        for (Outputs.Wish wish : Outputs.wishes(invocation)) {
            refuse("the output", wish.file());
        }
    }

    private void refuse(String option, @Nullable String target) throws IOException {
        for (String source : invocation.list("--from")) {
            if (target != null && isSame(target, source)) {
                throw Stopped.usage(option + " names a file of --from, which would be lost", "choose another name");
            }
        }
    }

    private static boolean isSame(String target, String source) throws IOException {
        return new File(target).exists()
                && new File(source).exists()
                && Files.isSameFile(Path.of(target), Path.of(source));
    }

    /**
     * Writes a text to its file, or to standard output, as the policy lets it out.
     *
     * @param what the text is called when something is wrong with it
     * @throws Stopped when it cannot be written
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; nothing is left then
     */
    public void write(Outputs.Wish wish, String text, String what) throws IOException {
        byte[] content = invocation.outgoing().pass(text).getBytes(StandardCharsets.UTF_8);
        String file = wish.file();
        if (invocation.secrets().isIn(content)) {
            throw new SecretFound(what);
        }
        if (file == null) {
            invocation.environment().out().write(text);
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
            Path temporary = target.resolveSibling(
                    "." + invocation.environment().source().newId() + ".tmp");
            SafeFile.write(target, temporary, content, invocation.secrets(), what);
        } catch (FileSystemException | InvalidPathException e) {
            throw Stopped.usage(
                    "'" + Redactor.fileName(name) + "' cannot be written", "check the folder and its permissions");
        }
    }
}
