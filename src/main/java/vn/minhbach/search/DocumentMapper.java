package vn.minhbach.search;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.minhbach.shared.Text;

/** Turns an item into what Lucene keeps of it. */
final class DocumentMapper {

    /** Text that knows where its words stand, so that snippets need not be analysed again. */
    private static final FieldType HIGHLIGHTED = new FieldType(TextField.TYPE_NOT_STORED);

    /** Text whose words are counted; where they stand does not matter. */
    private static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);

    /** Text of which only is known which words it holds. */
    private static final FieldType PRESENT = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
        PRESENT.setIndexOptions(IndexOptions.DOCS);
        PRESENT.setOmitNorms(true);
        PRESENT.freeze();
        HIGHLIGHTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        HIGHLIGHTED.freeze();
    }

    private DocumentMapper() {}

    static String uid(String kind, String id) {
        return kind + ":" + id;
    }

    /** @param popularity how often the item was opened of late */
    static Document document(SearchDocument item, long popularity) {
        var document = new Document();
        document.add(new StringField(Fields.UID, uid(item.kind(), item.id()), Field.Store.YES));
        document.add(new KeywordField(Fields.KIND, item.kind(), Field.Store.NO));
        document.add(new StringField(Fields.PATH, item.path(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.CARD, Card.pack(item)));
        document.add(new StoredField(Fields.FINGERPRINT, item.fingerprint()));
        document.add(new Field(Fields.TITLE, item.title(), HIGHLIGHTED));
        document.add(new Field(Fields.TITLE_PAIRS, item.title(), COUNTED));
        document.add(new Field(Fields.NAMES, String.join("\n", item.names()), COUNTED));
        document.add(new Field(Fields.NAMES_PAIRS, String.join("\n", item.names()), COUNTED));
        document.add(new Field(Fields.BODY, item.body(), HIGHLIGHTED));
        document.add(new BinaryDocValuesField(Fields.TEXT, StoredText.pack(item.body())));
        document.add(new Field(Fields.BODY_PAIRS, item.body(), COUNTED));
        if (!item.files().isEmpty()) {
            document.add(new Field(Fields.FILES, item.files(), HIGHLIGHTED));
            document.add(new Field(Fields.FILES_PAIRS, item.files(), COUNTED));
            document.add(new BinaryDocValuesField(Fields.FILES_TEXT, StoredText.pack(item.files())));
            document.add(new Field(Fields.ALL, item.files(), PRESENT));
        }
        document.add(new Field(Fields.ALL, item.title(), PRESENT));
        document.add(new Field(Fields.ALL, item.body(), PRESENT));
        item.numbers().stream()
                .map(Numbers::normal)
                .distinct()
                .forEach(number -> document.add(new StringField(Fields.NUMBER, number, Field.Store.NO)));
        item.numbers().stream()
                .flatMap(number -> Numbers.in(number).codes().stream())
                .map(Numbers::withoutZeros)
                .distinct()
                .forEach(code -> document.add(new StringField(Fields.CODE_WITHOUT_ZEROS, code, Field.Store.NO)));
        Stream.concat(
                        item.mentioned().stream().map(Numbers::normal),
                        Stream.of(item.title(), item.body())
                                .flatMap(text -> Numbers.in(Text.line(text)).documents().stream()))
                .collect(Collectors.toMap(number -> number, unused -> 1, Integer::sum))
                .forEach((number, times) -> {
                    document.add(new StringField(Fields.MENTIONED, number, Field.Store.NO));
                    document.add(new FeatureField(Fields.MENTIONS, number, times));
                });
        for (Map.Entry<String, java.util.List<String>> facet : item.facets().entrySet()) {
            facet.getValue().stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .forEach(value -> document.add(
                            new KeywordField(Fields.FACET_PREFIX + facet.getKey(), value, Field.Store.NO)));
        }
        document.add(new NumericDocValuesField(
                Fields.DATE, item.date() == null ? 0 : item.date().getEpochSecond()));
        if (item.date() != null) {
            document.add(new LongField(Fields.FRESH, item.date().getEpochSecond(), Field.Store.NO));
        }
        if (item.standing() > 0) {
            document.add(new FeatureField(Fields.PRIOR, Fields.STANDING, item.standing()));
        }
        if (popularity > 0) {
            document.add(new FeatureField(Fields.PRIOR, Fields.POPULARITY, popularity));
        }
        document.add(new StringField(Fields.ENDED, item.ended() ? "1" : "0", Field.Store.NO));
        document.add(
                new SortedDocValuesField(Fields.SORT_TITLE, new BytesRef(Text.cut(SortKey.of(item.title()), 200))));
        document.add(
                new SortedDocValuesField(Fields.SORT_GROUP, new BytesRef(Text.cut(SortKey.of(item.group()), 200))));
        document.add(new NumericDocValuesField(Fields.SPECIAL, Special.in(item.title())));
        document.add(new NumericDocValuesField(Fields.NEARNESS, Math.round(item.nearness() * 100)));
        document.add(new NumericDocValuesField(Fields.NEED, Long.SIZE - Long.numberOfLeadingZeros(popularity)));
        document.add(new SortedDocValuesField(Fields.SORT_ID, new BytesRef(Text.cut(item.id(), 200))));
        return document;
    }
}
