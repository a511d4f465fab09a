package vn.minhbach.privacy;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Says which columns a feature keeps sealed. Each implementation stands in {@code META-INF/services}, as commands have no CDI to find it by.
 */
public interface SealedColumns {

    List<SealedColumn> columns();

    /** Of all features. */
    static List<SealedColumn> all() {
        return ServiceLoader.load(SealedColumns.class, SealedColumns.class.getClassLoader()).stream()
                .flatMap(each -> each.get().columns().stream())
                .toList();
    }
}
