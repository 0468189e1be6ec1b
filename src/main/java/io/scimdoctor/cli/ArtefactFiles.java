package io.scimdoctor.cli;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes the files that are made to be handed on, searched for secrets before they get their names. */
final class ArtefactFiles {
    private final Invocation invocation;

    /** @throws UsageError when a result would replace a capture that it is made of */
    ArtefactFiles(Invocation invocation) throws IOException {
        this.invocation = invocation;
        for (String option : new String[] {"--output-file", "--bundle"}) {
            String target = invocation.text(option);
            for (String source : invocation.list("--from")) {
                if (target != null && isSame(target, source)) {
                    throw new UsageError(
                            option + " names a file of --from, which would be lost", "choose another name");
                }
            }
        }
    }

    private static boolean isSame(String target, String source) throws IOException {
        return new File(target).exists()
                && new File(source).exists()
                && Files.isSameFile(Path.of(target), Path.of(source));
    }

    /**
     * @param what the file is called when something is wrong with it
     * @throws UsageError when it cannot be written
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; nothing is left then
     */
    void write(String name, byte[] content, String what) throws IOException {
        try {
            Path target = Path.of(name);
            Path temporary = target.resolveSibling(
                    "." + invocation.environment().source().newId() + ".tmp");
            SafeFile.write(target, temporary, content, invocation.secrets(), what);
        } catch (FileSystemException | InvalidPathException e) {
            throw new UsageError(
                    "'" + Redactor.fileName(name) + "' cannot be written", "check the folder and its permissions");
        }
    }
}
