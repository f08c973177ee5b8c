// Brotli bytes; each limit is the first measured build and 10 % more.
module.exports = [
  {
    name: 'pane, first view',
    path: ['dist/addin/taskpane.html', 'dist/addin/app.js'],
    limit: '159 kB',
  },
  { name: 'pages loaded later', path: ['dist/addin/*.js', '!dist/addin/app.js'], limit: '21 kB' },
];
