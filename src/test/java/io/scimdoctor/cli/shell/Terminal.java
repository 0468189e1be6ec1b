package io.scimdoctor.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A real shell in a real pseudo-terminal, into which a test types. */
public final class Terminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name = "scimdoctor-" + UUID.randomUUID();

    /** Starts the shell, with a prompt that is a greater-than sign. */
    public Terminal(Path folder, Map<String, String> variables, String... shell) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("-f", "/dev/null", "new-session", "-d", "-x", "110", "-y", "40", "-c", folder.toString()));
        variables.forEach((variable, value) -> words.addAll(List.of("-e", variable + "=" + value)));
        words.addAll(List.of(shell));
        tmux(words.toArray(new String[0]));
    }

    public void type(String text) throws IOException {
        tmux("send-keys", "-l", text);
    }

    /** As a terminal pastes: marked, where the program has asked for the marks. */
    void paste(String text) throws IOException {
        tmux("set-buffer", "--", text);
        tmux("paste-buffer", "-p", "-r");
    }

    /** As an older terminal pastes: like fast typing. */
    void pasteUnmarked(String text) throws IOException {
        tmux("set-buffer", "--", text);
        tmux("paste-buffer");
    }

    public void key(String key) throws IOException {
        tmux("send-keys", key);
    }

    /** What is on the screen once it holds the text, or when patience has run out. */
    public String screenWith(String text) throws IOException {
        return screenOnce(screen -> screen.contains(text));
    }

    /** What is on the screen once it fits, or when patience has run out. */
    String screenOnce(Predicate<String> fits) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!fits.test(screen) && System.nanoTime() < end) {
            screen = screen();
        }
        return screen;
    }

    private String screen() throws IOException {
        return tmux("capture-pane", "-p").stripTrailing();
    }

    private String tmux(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", name));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return text;
    }

    @Override
    public void close() throws IOException {
        tmux("kill-server");
    }
}
