package vn.minhbach.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Sha256;

/**
 * The theme's files: styles, scripts, pictures, fonts. They are read once at start, a chosen theme's file standing in for the
 * basic theme's file of the same name, and served under names that contain a mark of their content
 * ({@code /tinh/css/site.3fa9c1d2.css}): such an address never changes its meaning, so browsers keep it for good.
 *
 * <p>In views: <code>f.asset("js/site.js")</code>; in the back office's <code>#{asset['js/site.js']}</code>. All styles are one file, {@code css/site.css}.
 */
@Named("asset")
@ApplicationScoped
public class Assets extends AbstractMap<String, String> {

    static final String PREFIX = "/tinh/";

    private static final String ROOT = "/WEB-INF/themes/";
    private static final String BASE = "base";
    private static final List<String> STYLES = List.of("base.css", "layout.css", "components.css", "print.css");
    /** Sheets of their own beside the one of all public pages: of the back office, and of the forms that citizens send. */
    private static final Set<String> SHEETS = Set.of("css/admin.css", "css/ask.css");

    private static final Pattern REFERENCE = Pattern.compile("url\\([\"']?\\.\\./([^\"')]+)[\"']?\\)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "png", "image/png",
            "txt", "text/plain;charset=UTF-8");

    @Inject
    ServletContext context;

    @Inject
    @ConfigProperty(name = "portal.theme", defaultValue = BASE)
    String theme;

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Asset> files = new HashMap<>();

    /** A file ready to be sent; a compressed form is null where it gains nothing, or is not to be had on this machine. */
    record Asset(byte[] plain, byte @Nullable [] gzip, byte @Nullable [] brotli, String type) {}

    /** Files by their bare names, for views that nobody opens in a browser. */
    static Assets unread() {
        return new Assets();
    }

    @PostConstruct
    void read() {
        var found = new TreeMap<String, byte[]>();
        collect(ROOT + BASE + "/", "", found);
        if (!theme.equals(BASE)) {
            var own = new TreeMap<String, byte[]>();
            collect(ROOT + theme + "/", "", own);
            if (own.isEmpty()) {
                throw new IllegalStateException("There is no theme '" + theme + "' in webapp-themes");
            }
            own.forEach((name, bytes) -> {
                if (!name.startsWith("css/")) {
                    found.put(name, bytes);
                }
            });
        }
        found.forEach((name, bytes) -> {
            if (!name.startsWith("css/")) {
                add(name, bytes);
            }
        });
        add("css/site.css", styles().getBytes(StandardCharsets.UTF_8));
        found.forEach((name, bytes) -> {
            if (SHEETS.contains(name)) {
                add(name, pointed(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void collect(String folder, String below, Map<String, byte[]> into) {
        Set<String> paths = context.getResourcePaths(folder + below);
        if (paths == null) {
            return;
        }
        for (var path : paths) {
            var name = path.substring(folder.length());
            if (path.endsWith("/")) {
                collect(folder, name, into);
            } else if (!name.endsWith(".xhtml")) {
                into.put(name, bytes(path));
            }
        }
    }

    private byte[] bytes(String path) {
        try (var in = context.getResourceAsStream(path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens of the basic theme, then what the chosen theme sets again, then everything that uses them. */
    private String styles() {
        var css = new StringBuilder(text(ROOT + BASE + "/css/tokens.css"));
        if (!theme.equals(BASE)) {
            css.append(text(ROOT + theme + "/css/tokens.css"));
        }
        STYLES.forEach(name -> css.append(text(ROOT + BASE + "/css/" + name)));
        return Css.minify(pointed(css.toString()));
    }

    private String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private String pointed(String css) {
        return REFERENCE
                .matcher(css)
                .replaceAll(match -> "url(" + urls.getOrDefault(match.group(1), match.group(1)) + ")");
    }

    private void add(String name, byte[] bytes) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1);
        var url = PREFIX + name.substring(0, dot) + "." + Sha256.of(bytes, 6) + "." + ending;
        urls.put(name, context.getContextPath() + url);
        var gzip = compressed(bytes, 9);
        files.put(
                url.substring(PREFIX.length()),
                new Asset(
                        bytes,
                        gzip,
                        gzip == null ? null : brotli(bytes),
                        TYPES.getOrDefault(ending, "application/octet-stream")));
    }

    static byte @Nullable [] compressed(byte[] bytes, int level) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length * 9 / 10 ? out.toByteArray() : null;
    }

    /** Compressed by Brotli's own library, which is machine code; null on a machine for which there is none. */
    private static byte @Nullable [] brotli(byte[] bytes) {
        if (!Brotli4jLoader.isAvailable()) {
            return null;
        }
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(11));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Asset> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public String get(@Nullable Object name) {
        var url = urls.get(String.valueOf(name));
        if (url == null && files.isEmpty()) {
            return PREFIX + name;
        }
        if (url == null) {
            throw new IllegalArgumentException("The theme has no file " + name);
        }
        return url;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.copyOf(urls.entrySet());
    }
}
