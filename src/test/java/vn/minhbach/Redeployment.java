package vn.minhbach;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Does some work as a server does it that runs a web application and takes it away again: with classes of a loader of its own, on a thread that lives
 * on. Prints whose classes could not be let go of. A process by itself: what the JDK makes once, it makes for whoever comes first.
 */
public final class Redeployment {

    private static final int PATIENCE = 30;

    private Redeployment() {}

    /** @param works names of classes, each with a {@code run()} */
    public static void main(String[] works) throws Exception {
        var kept = new ArrayList<String>();
        try (var server = Executors.newSingleThreadExecutor()) {
            for (var work : works) {
                var application = server.submit(() -> done(work)).get();
                // The thread knows nothing any more but what was left behind on it.
                server.submit(() -> {}).get();
                if (!isGone(application)) {
                    kept.add(work);
                }
            }
        }
        System.out.println(kept.isEmpty() ? "all gone" : "kept: " + kept);
    }

    private static WeakReference<ClassLoader> done(String work) throws Exception {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        var application = new URLClassLoader("application", classPath(), ClassLoader.getPlatformClassLoader());
        try (application) {
            thread.setContextClassLoader(application);
            ((Runnable) application.loadClass(work).getConstructor().newInstance()).run();
        } finally {
            thread.setContextClassLoader(own);
        }
        return new WeakReference<>(application);
    }

    private static URL[] classPath() throws Exception {
        var urls = new ArrayList<URL>();
        for (var each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            URI uri = Path.of(each).toUri();
            urls.add(uri.toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static boolean isGone(WeakReference<ClassLoader> application) throws InterruptedException {
        for (var i = 0; i < PATIENCE && application.get() != null; i++) {
            System.gc();
            Thread.sleep(100);
            if (i == PATIENCE / 2) {
                fill();
            }
        }
        return application.get() == null;
    }

    /** Takes all the memory there is: what is held only as long as there is room goes. */
    private static void fill() {
        var all = new ArrayList<byte[]>();
        try {
            while (true) {
                all.add(new byte[1024 * 1024]);
            }
        } catch (OutOfMemoryError e) {
            all.clear();
        }
    }

    /** The command of this in a process by itself. */
    static ProcessBuilder of(Class<?>... works) {
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Redeployment.class.getName());
        return new ProcessBuilder(Stream.concat(command, Stream.of(works).map(Class::getName))
                        .toList())
                .redirectErrorStream(true);
    }
}
