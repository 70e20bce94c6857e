/// The script of the page, for filters, search, sorting and links; the page is readable without it.
enum PageScript {
  static let text: HTML = """
    'use strict';
    (() => {
      const list = document.getElementById('~list');
      const all = [...list.children];
      const form = document.querySelector('.filters');
      const { search, verdict, direction, sort } = form.elements;
      const status = document.querySelector('.status');
      const shown = status.querySelector('output');
      const empty = document.querySelector('.empty');
      const plain = text => text.normalize('NFKC').toLowerCase();
      let texts = null;
      let wasFiltered = false;
      const apply = () => {
        const words = plain(search.value).split(/\\s+/).filter(word => word);
        const verdicts = verdict.value.split(' ');
        if (words.length && !texts) texts = all.map(item => plain(item.textContent));
        let count = 0;
        all.forEach((item, index) => {
          const fits = (!verdict.value || verdicts.includes(item.dataset.verdict))
            && (!direction.value || item.dataset.direction === direction.value)
            && words.every(word => texts[index].includes(word));
          item.hidden = !fits;
          if (fits) count++;
        });
        shown.textContent = count === all.length ? `共${count}份` : `显示${count}份，共${all.length}份`;
        empty.hidden = count > 0 || !all.length;
        const isFiltered = words.length > 0 || verdict.value !== '' || direction.value !== '';
        if (isFiltered && !wasFiltered) document.querySelector('.chart').open = false;
        wasFiltered = isFiltered;
      };
      // Browsers keep what is seen in its place when something above changes, until the next frame; scrolling waits for that.
      const afterLayout = action => requestAnimationFrame(() => requestAnimationFrame(action));
      // What was chosen starts at the top, even if the page was scrolled further down.
      const toTop = () => {
        if (status.getBoundingClientRect().top < form.getBoundingClientRect().bottom) status.scrollIntoView();
      };
      const choose = () => { apply(); afterLayout(toTop); };
      const clear = () => { search.value = verdict.value = direction.value = ''; apply(); };
      let timer = 0;
      search.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(choose, 120); });
      verdict.addEventListener('change', choose);
      direction.addEventListener('change', choose);
      form.addEventListener('submit', event => { event.preventDefault(); choose(); });
      empty.querySelector('button').addEventListener('click', () => { clear(); search.focus(); });

      const keys = item => {
        const points = Number(item.querySelector('.score').textContent);
        return { item, id: item.querySelector('.id').textContent, points: isNaN(points) ? -1 : points };
      };
      const collator = new Intl.Collator('en', { numeric: true });
      const orders = { score: (a, b) => b.points - a.points, id: (a, b) => collator.compare(a.id, b.id) };
      sort.addEventListener('change', () => {
        const order = orders[sort.value];
        const sorted = order ? all.map(keys).sort(order).map(entry => entry.item) : all;
        const fragment = document.createDocumentFragment();
        for (const item of sorted) fragment.append(item);
        list.append(fragment);
        afterLayout(toTop);
      });

      const open = state => { for (const item of all) if (!item.hidden) item.open = state; };
      document.querySelector('[name=unfold]').addEventListener('click', () => open(true));
      document.querySelector('[name=fold]').addEventListener('click', () => open(false));
      document.addEventListener('keydown', event => {
        const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
        if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
        if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; apply(); }
      });

      const follow = () => {
        const item = document.getElementById(location.hash.slice(1));
        if (!item || item.parentElement !== list) return;
        if (item.hidden) clear();
        item.open = true;
        item.querySelector('summary').focus({ preventScroll: true });
        afterLayout(() => item.scrollIntoView());
      };
      addEventListener('hashchange', follow);
      for (const part of document.querySelectorAll('.script')) part.hidden = false;
      apply();
      follow();
    })();
    """

  /// The SHA-256 of the script in base64, in the form of a content security policy; browsers run no other script.
  static let hash = "sha256-O4Wku/ruM0dQ8T91QLhskrSO9ANTvUsJMtNlMCJOskg="
}
