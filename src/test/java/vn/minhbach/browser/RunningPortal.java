package vn.minhbach.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.minhbach.ReadyIndex;

/** The portal in a process of its own, started as the run profile starts it, on a free port and an empty data folder. */
final class RunningPortal implements AutoCloseable {

    static final String ADMIN = "quantri";

    /** How screens call them. */
    static final String ADMIN_NAME = "Quản trị viên";

    static final String PASSWORD = "mat-khau-thu-nghiem";

    private final Process process;
    private final int port;
    private final List<String> console = new ArrayList<>();

    private RunningPortal(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningPortal start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /** @param settings variables beside those that every test needs */
    static RunningPortal start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var payara = property("payara.home");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "@" + property("portal.jvm.options"),
                        // It runs a few minutes: neither the second compiler nor reading all classes anew pays.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile="
                                + Path.of(property("portal.war")).resolveSibling("browser-classes.jsa"),
                        "-Xlog:cds*=off",
                        "-cp",
                        property("portal.launcher") + File.pathSeparator + payara + "/glassfish/modules/glassfish.jar",
                        "vn.minhbach.tools.run.RunPortal",
                        "--payara",
                        payara,
                        "--war",
                        property("portal.war"),
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true);
        var environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("PORTAL_"));
        environment.put("PORTAL_ADMIN_USER", ADMIN);
        environment.put("PORTAL_ADMIN_PASSWORD", PASSWORD);
        environment.putAll(settings);
        var portal = new RunningPortal(process.start(), port);
        portal.awaitGreeting();
        ReadyIndex.await(URI.create(portal.url("/health/ready")));
        return portal;
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The build sets " + name);
        }
        return value;
    }

    /** The launcher speaks last when everything serves; it ends by itself when it cannot. */
    private void awaitGreeting() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            console.add(line);
            if (line.contains("Ctrl-C")) {
                return;
            }
        }
        throw new IllegalStateException("The portal did not start: " + console);
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    List<String> console() {
        return List.copyOf(console);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        // The first to stop writes down the classes.
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
