package vn.minhbach.editorial;

import vn.minhbach.web.Words;

/**
 * What the board says of items of a kind: the kind's own sentence where it has one, as "procedure.Deed.WITHDRAW", and else that of all
 * kinds. An article is no procedure, but most of what is done with them is called the same.
 */
public record KindWords(String kind, Words words) {

    public String text(String key, Object... gaps) {
        var own = kind + "." + key;
        var said = words.text(own, gaps);
        return said.equals(own) ? words.text(key, gaps) : said;
    }
}
