package vn.minhbach.tools.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.store.LocalDatabase;

/**
 * What the command line asks for.
 *
 * @param payara the unpacked server, the folder that holds {@code glassfish}
 * @param war the web application, an archive or an exploded folder
 * @param data where everything that the portal writes lies
 * @param port where the portal listens on the loopback interface
 */
record Options(Path payara, Path war, Path data, int port) {

    static final int DEFAULT_PORT = 8080;

    private static final List<String> NAMES = List.of("--payara", "--war", "--data", "--port");

    /** Reads {@code --name value} pairs; only the port may be left out. */
    static Options parse(String... args) throws StartException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i])) {
                throw new StartException("Không hiểu tham số " + args[i], "unknown option, known: " + NAMES);
            }
            if (i + 1 == args.length || args[i + 1].isBlank()) {
                throw new StartException("Thiếu giá trị cho " + args[i], "value missing");
            }
            given.put(args[i], args[i + 1]);
        }
        return new Options(path(given, "--payara"), path(given, "--war"), path(given, "--data"), port(given));
    }

    /** The address that people type. */
    String url() {
        return "http://localhost:" + port;
    }

    /** The H2 file, unless the settings name another database; commands that run beside the portal open the same. */
    LocalDatabase database() {
        return new LocalDatabase(data);
    }

    /** The domain, generated at every start. */
    Path domain() {
        return data.resolve("server");
    }

    Path log() {
        return data.resolve("log");
    }

    private static Path path(Map<String, String> given, String name) throws StartException {
        String value = given.get(name);
        if (value == null) {
            throw new StartException("Thiếu tham số " + name, "option missing");
        }
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartException("Đường dẫn không hợp lệ: " + value, "invalid path");
        }
    }

    private static int port(Map<String, String> given) throws StartException {
        String value = given.getOrDefault("--port", Integer.toString(DEFAULT_PORT));
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, together with the numbers out of range
        }
        throw new StartException("Cổng không hợp lệ: " + value, "the port must be 1 to 65535");
    }
}
