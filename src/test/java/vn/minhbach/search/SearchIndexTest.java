package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an index on disk: what survives, what is noticed, what is never mixed up. */
class SearchIndexTest {

    @TempDir
    Path home = Path.of("");

    @Test
    void documentsAndPositionSurviveTogether() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.put(item("1"));
            index.commit(7, "mark of 7");
            index.put(item("2"));
            index.makeCurrent(home);
        }

        try (var index = open()) {
            assertThat(index.positionOfCommit()).isEqualTo(7);
            assertThat(index.markOfCommit()).isEqualTo("mark of 7");
            assertThat(index.documents())
                    .as("what was not committed is not there")
                    .isEqualTo(1);
        }
    }

    @Test
    void anUnfinishedRebuildLeavesTheOldIndexInUse() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.put(item("1"));
            index.commit(1, "");
            index.makeCurrent(home);
        }
        try (var unfinished = SearchIndex.create(home)) {
            unfinished.put(item("1"));
            unfinished.put(item("2"));
            unfinished.commit(2, "");
        }

        try (var index = open()) {
            assertThat(index.positionOfCommit()).isEqualTo(1);
        }
        try (var next = SearchIndex.create(home)) {
            assertThat(Files.list(home).filter(Files::isDirectory))
                    .as("the one in use and the new one")
                    .hasSize(2);
            assertThat(next.documents()).isZero();
        }
    }

    @Test
    void manySegmentsBecomeOneThatHoldsTheSame() throws IOException {
        try (var index = SearchIndex.create(home)) {
            for (var id : List.of("1", "2", "3")) {
                index.put(item(id));
                index.commit(Long.parseLong(id), "mark");
            }
            index.put(item("2"));
            index.remove("procedure", "3");
            index.commit(4, "mark");
            index.refresh();
            assertThat(index.segments()).isGreaterThan(1);

            index.compact();
            index.commit(index.positionOfCommit(), index.markOfCommit());
            index.refresh();

            assertThat(index.segments()).isEqualTo(1);
            assertThat(index.documents()).isEqualTo(2);
            assertThat(index.positionOfCommit()).isEqualTo(4);
            assertThat(index.markOfCommit()).isEqualTo("mark");
        }
    }

    @Test
    void thereIsNoneAtFirst() throws IOException {
        assertThat(SearchIndex.openCurrent(home)).isEmpty();
    }

    @Test
    void anIndexOfAnotherAnalysisIsNotUsed() {
        assertThat(SearchIndex.position(Map.of("position", "5", "analysis", VietnameseAnalyzer.VERSION)))
                .isEqualTo(5);
        assertThat(SearchIndex.position(Map.of("position", "5", "analysis", "0")))
                .isEqualTo(-1);
        assertThat(SearchIndex.position(Map.of())).isEqualTo(-1);
    }

    @Test
    void aFolderThatAnotherHoldsIsRefusedButNotThoughtDamaged() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.commit(0, "");
            index.makeCurrent(home);

            var refused = catchThrowable(() -> SearchIndex.openCurrent(home));
            assertThat(refused).isInstanceOf(LockObtainFailedException.class);
            assertThat(SearchIndexer.isDamage(refused)).isFalse();
        }
    }

    @Test
    void aDamagedFileIsNoticedSoThatTheIndexIsMadeAnew() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.put(item("1"));
            index.commit(1, "");
            index.makeCurrent(home);
        }
        var folder = SearchIndex.currentFolder(home).orElseThrow();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }

        var damage = catchThrowable(() -> SearchIndex.openCurrent(home));
        assertThat(damage).isInstanceOf(Exception.class);
        assertThat(SearchIndexer.isDamage(damage)).isTrue();
    }

    @Test
    void anItemIsThereOnceHoweverOftenItIsPut() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.put(item("1"));
            index.put(item("1"));
            index.remove("procedure", "2");
            index.commit(1, "");
            index.refresh();
            assertThat(index.documents()).isEqualTo(1);
            index.remove("procedure", "1");
            index.commit(2, "");
            index.refresh();
            assertThat(index.documents()).isZero();
        }
    }

    @Test
    void aNameThatIsNoGenerationIsNotFollowed() throws IOException {
        Files.writeString(home.resolve("current"), "../elsewhere");
        assertThat(SearchIndex.currentFolder(home)).isEmpty();
        assertThatThrownBy(() -> SearchIndex.openCurrent(home).orElseThrow())
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    private SearchIndex open() throws IOException {
        return SearchIndex.openCurrent(home).orElseThrow();
    }

    private static SearchDocument item(String id) {
        return new SearchDocument(
                "procedure", id, "Đăng ký kết hôn", "/thu-tuc/" + id, "", List.of(), Map.of(), Map.of(), null, false);
    }
}
